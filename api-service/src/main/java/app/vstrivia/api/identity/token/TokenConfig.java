package app.vstrivia.api.identity.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the access tokens. */
@ConfigMapping(prefix = "trivia.token")
public interface TokenConfig {

    /** The PKCS#8 PEM file with the EC P-256 key that signs. Must be set: a key made up at start would differ per replica. */
    Optional<String> signingKeyFile();

    /** How long a token is good for. Short, since it cannot be called back. */
    @WithDefault("15M")
    Duration lifetime();
}
