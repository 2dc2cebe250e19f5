package app.vstrivia.api.platform.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the catalogue is read. */
@ConfigMapping(prefix = "trivia.rate-limit")
interface RateLimitConfig {
    /** All limits are this many times as high; 1 and more. For benchmarks and tests, which come from one address. */
    @WithDefault("1")
    long times();
}
