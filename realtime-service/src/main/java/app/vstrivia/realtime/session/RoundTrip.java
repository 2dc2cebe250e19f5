package app.vstrivia.realtime.session;

/**
 * The shortest time that an echo took so far. It bounds the credit that a player gets for the way of the answer: a client
 * that delays its echoes later on gains nothing, and one that does so from the first gains {@value #MAX_CREDIT_MS} ms.
 */
final class RoundTrip {
    /** The most that is ever granted, in ms. */
    static final int MAX_CREDIT_MS = 150;

    private long sentNanos;
    private boolean waiting;
    private int shortestMs = -1;

    synchronized void sent(long nanos) {
        if (!waiting) {
            waiting = true;
            sentNanos = nanos;
        }
    }

    synchronized void echoed(long nanos) {
        if (waiting) {
            waiting = false;
            int took = (int) Math.min(Integer.MAX_VALUE, (nanos - sentNanos) / 1_000_000);
            shortestMs = shortestMs < 0 ? took : Math.min(shortestMs, took);
        }
    }

    /** In ms; nothing before the first echo. */
    synchronized int credit() {
        return Math.min(Math.max(shortestMs, 0), MAX_CREDIT_MS);
    }
}
