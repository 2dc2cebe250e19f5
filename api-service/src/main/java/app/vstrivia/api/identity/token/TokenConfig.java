package app.vstrivia.api.identity.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the access tokens. */
@ConfigMapping(prefix = "trivia.token")
public interface TokenConfig {

    /**
     * The PKCS#8 PEM file with the EC P-256 key that signs, or a folder with several {@code .pem} files, the newest last by
     * name. Must be set: a key made up at start would differ per replica. Read again while the service runs.
     */
    Optional<String> signingKeyFile();

    /** How often the keys are read again. */
    @WithDefault("5S")
    Duration lookEvery();

    /**
     * How long a new key is published before it signs: longer than a mounted secret takes to reach all replicas, and than
     * those who verify go without asking for the keys again.
     */
    @WithDefault("3M")
    Duration publishAhead();

    /** How long a token is good for. Short, since it cannot be called back. */
    @WithDefault("15M")
    Duration lifetime();

    /** How long a refresh token is good for, if it is not used before. */
    @WithDefault("30D")
    Duration refreshLifetime();
}
