package app.vstrivia.api.identity.role;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How an operator becomes the first admin. */
@ConfigMapping(prefix = "trivia.first-admin")
interface FirstAdminConfig {

    /** Whether a start prints a link to the log while there is no admin. Off, since whoever reads the log could use it. */
    @WithDefault("false")
    boolean print();
}
