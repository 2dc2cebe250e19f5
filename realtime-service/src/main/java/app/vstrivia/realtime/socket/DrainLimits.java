package app.vstrivia.realtime.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a replica is left. */
@ConfigMapping(prefix = "trivia.drain")
interface DrainLimits {
    /** The time over which the clients are told to move. */
    @WithDefault("5s")
    Duration moveWithin();

    /** After that time whoever is left is put out; less than the grace period that the service is given to end. */
    @WithDefault("20s")
    Duration atMost();
}
