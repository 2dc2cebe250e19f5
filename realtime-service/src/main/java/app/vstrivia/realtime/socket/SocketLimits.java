package app.vstrivia.realtime.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a client may say, and how many clients may come. */
@ConfigMapping(prefix = "trivia.socket")
interface SocketLimits {
    /** Messages that a connection may send at once. */
    @WithDefault("40")
    int messagesAtOnce();

    /** Messages in a second after that. */
    @WithDefault("20")
    double messagesPerSecond();

    /** Announcements that a connection may send at once. */
    @WithDefault("5")
    int announcementsAtOnce();

    /** Announcements in a second after that. */
    @WithDefault("1")
    double announcementsPerSecond();

    /** Connections that this replica lets in at once. */
    @WithDefault("500")
    int admissionsAtOnce();

    /** Connections in a second after that. */
    @WithDefault("500")
    double admissionsPerSecond();

    /** The most connections of this replica. */
    @WithDefault("20000")
    int connections();
}
