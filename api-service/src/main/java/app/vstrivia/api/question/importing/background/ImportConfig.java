package app.vstrivia.api.question.importing.background;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of imports. */
@ConfigMapping(prefix = "trivia.import")
public interface ImportConfig {
    /**
     * Files from this size on are imported in the background unless the request says otherwise: a connection has to last for
     * as long as an import in the foreground takes, some ten seconds for each 10 MB.
     */
    @WithDefault("8M")
    MemorySize backgroundFrom();
}
