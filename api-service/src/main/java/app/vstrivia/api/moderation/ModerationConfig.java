package app.vstrivia.api.moderation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Settings of moderation. */
@ConfigMapping(prefix = "trivia.moderation")
interface ModerationConfig {

    /** Who looks at pictures first. */
    @WithDefault("people")
    By by();

    Rekognition rekognition();

    /** Who looks at pictures. */
    enum By {
        PEOPLE,
        REKOGNITION
    }

    /** Of Amazon Rekognition; credentials come the way that is usual with AWS: environment, profile or role. */
    interface Rekognition {
        /** The region that is asked. */
        @WithDefault("us-east-1")
        String region();

        /** In place of the region's own, for instance of a private link. */
        Optional<URI> endpoint();

        /** From this confidence on, in percent, what it sees is worth a person's look; below it the picture is approved. */
        @WithDefault("50")
        float reviewFrom();

        /** From this confidence on what is {@link #refused} is refused unseen: nobody should have to look at that. */
        @WithDefault("90")
        float refuseFrom();

        /** Labels of Rekognition's taxonomy, of any level. A glass of wine is none of them: a question may be about it. */
        @WithDefault("Explicit,Hate Symbols,Visually Disturbing")
        Set<String> refused();
    }
}
