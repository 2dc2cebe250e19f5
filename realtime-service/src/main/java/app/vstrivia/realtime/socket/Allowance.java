package app.vstrivia.realtime.socket;

/** A token bucket: {@code burst} at once, then {@code perSecond}. Not thread-safe: the calls of a connection are serial. */
final class Allowance {
    private final double burst;
    private final double perNano;
    private double tokens;
    private long lastNanos;

    Allowance(int burst, double perSecond, long nowNanos) {
        this.burst = burst;
        this.perNano = perSecond / 1e9;
        this.tokens = burst;
        this.lastNanos = nowNanos;
    }

    /** Takes one, if there is one. */
    boolean take(long nowNanos) {
        tokens = Math.min(burst, tokens + (nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
