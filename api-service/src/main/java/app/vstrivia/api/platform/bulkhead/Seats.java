package app.vstrivia.api.platform.bulkhead;

import java.util.concurrent.Semaphore;

/**
 * Lets a few do something at once and sends the others away, who may come again. For work that blocks: whoever waited would
 * keep a thread from everybody else.
 */
public final class Seats {
    private final Semaphore free;

    public Seats(int atOnce) {
        free = new Semaphore(atOnce);
    }

    /**
     * Takes one, to be closed once.
     *
     * @throws AllTaken if there is none
     */
    public Seat take() {
        if (!free.tryAcquire()) {
            throw new AllTaken();
        }
        return free::release;
    }

    /** One that is taken. */
    @FunctionalInterface
    public interface Seat extends AutoCloseable {
        @Override
        void close();
    }
}
