package app.vstrivia.api.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of pictures and videos. */
@ConfigMapping(prefix = "trivia.media")
public interface MediaConfig {

    /** How many an owner may have. */
    @WithDefault("2000")
    int mostOfOwner();

    /** How many bytes the files of an owner may have as they came, all together. */
    @WithDefault("4000000000")
    long bytesOfOwner();

    /** How many pictures a process decodes at once: each may take 200 MB for a moment, on the heap and beside it. */
    @WithDefault("2")
    int decodings();
}
