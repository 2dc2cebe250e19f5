package app.vstrivia.api.room;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of rooms. */
@ConfigMapping(prefix = "trivia.room")
public interface RoomConfig {

    /** How many players a room takes; what one match's standings and reveal are measured for. */
    @WithDefault("10000")
    int capacity();
}
