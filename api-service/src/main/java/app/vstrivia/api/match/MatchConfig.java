package app.vstrivia.api.match;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of matches. */
@ConfigMapping(prefix = "trivia.match")
public interface MatchConfig {

    /**
     * Whether matches may have numeric, ordering, text and poll questions. Off while a service of the version that knew
     * choices alone still runs: it could not play such a match.
     */
    @WithDefault("true")
    boolean allTypes();
}
