package app.vstrivia.api.platform.bulkhead;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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

    /**
     * The same for who has a thread that waits anyway.
     *
     * @param patience how long to wait for one
     * @throws AllTaken if there was none
     */
    public Seat take(Duration patience) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AllTaken();
            }
            return free::release;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AllTaken();
        }
    }

    /** One that is taken. */
    @FunctionalInterface
    public interface Seat extends AutoCloseable {
        @Override
        void close();
    }
}
