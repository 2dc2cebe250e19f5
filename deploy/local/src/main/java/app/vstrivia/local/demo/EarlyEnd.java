package app.vstrivia.local.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Between it and {@link #close}, a signal to end (Ctrl+C, SIGTERM) is an end with a result: the process stays until close. */
final class EarlyEnd implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable end;
    private final long patienceMillis;

    /**
     * @param end called at the signal, by another thread
     * @param patience for how long the process stays at most
     */
    EarlyEnd(Runnable end, Duration patience) {
        this.end = end;
        this.patienceMillis = patience.toMillis();
        Runtime.getRuntime().addShutdownHook(new Thread(this::signalled, "early end"));
    }

    private void signalled() {
        end.run();
        try {
            closed.await(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
