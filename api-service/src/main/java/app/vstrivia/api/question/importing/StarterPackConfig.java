package app.vstrivia.api.question.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Settings of the starter pack. */
@ConfigMapping(prefix = "trivia.starter-pack")
interface StarterPackConfig {
    /** Whether an empty bank is filled at start-up; off where operators want their own questions only. */
    @WithName("import")
    @WithDefault("true")
    boolean importing();
}
