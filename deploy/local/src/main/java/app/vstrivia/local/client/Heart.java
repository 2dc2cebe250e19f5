package app.vstrivia.local.client;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Beats at an interval, and notices when nothing was heard for two of them. */
final class Heart {
    private static final long SLACK_MS = 1_000;

    private final ScheduledExecutorService scheduler;
    private ScheduledFuture<?> beats;
    private volatile long lastHeard;

    Heart(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /** Begins anew: {@code beat} each {@code intervalMs}, {@code silence} instead when the other side has fallen silent. */
    synchronized void start(long intervalMs, Runnable beat, Runnable silence) {
        stop();
        heard(System.nanoTime());
        long patience = TimeUnit.MILLISECONDS.toNanos(2 * intervalMs + SLACK_MS);
        Runnable next = () -> (System.nanoTime() - lastHeard > patience ? silence : beat).run();
        beats = scheduler.scheduleAtFixedRate(next, intervalMs, intervalMs, TimeUnit.MILLISECONDS);
    }

    void heard(long nanoTime) {
        lastHeard = nanoTime;
    }

    synchronized void stop() {
        if (beats != null) {
            beats.cancel(false);
            beats = null;
        }
    }
}
