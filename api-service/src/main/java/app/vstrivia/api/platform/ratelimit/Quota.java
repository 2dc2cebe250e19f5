package app.vstrivia.api.platform.ratelimit;

import io.github.bucket4j.ConsumptionProbe;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is left of a limit, in the fields of {@code draft-ietf-httpapi-ratelimit-headers-10}.
 *
 * @param spent there was none left to take
 * @param atOnce the most that can be left
 * @param resetSeconds until there is more: one at least if nothing is left, everything otherwise
 */
record Quota(RateLimit limit, boolean spent, long atOnce, long left, long resetSeconds) {
    static Quota of(RateLimit limit, long atOnce, ConsumptionProbe probe) {
        long nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        return new Quota(
                limit,
                !probe.isConsumed(),
                atOnce,
                probe.getRemainingTokens(),
                Math.max(1, (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1)));
    }

    Map<String, String> headers() {
        String name = "\"" + limit.label() + "\"";
        return Map.of(
                "RateLimit-Policy",
                name + ";q=" + atOnce + ";w=" + limit.window().toSeconds(),
                "RateLimit",
                name + ";r=" + left + ";t=" + resetSeconds);
    }
}
