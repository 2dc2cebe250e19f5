package app.vstrivia.realtime.wire;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a connection is ended. */
@ConfigMapping(prefix = "trivia.socket")
public interface WireLimits {
    /** The most that may wait to be written to one socket, in bytes. */
    @WithDefault("262144")
    int pendingBytes();

    /** How long a socket may be unable to take what is written to it. */
    @WithDefault("5s")
    Duration stalledAfter();

    /** How long a client may be silent; three heartbeats. */
    @WithDefault("75s")
    Duration silentAfter();

    /** Whether to read and write the channels without websockets-next in between. */
    @WithDefault("true")
    boolean direct();
}
