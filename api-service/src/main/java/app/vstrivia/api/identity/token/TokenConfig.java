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
     * those who verify go without asking for the keys again (40 s) with what {@link #lookEvery} adds. Caches on the way may
     * keep the key set for the rest of it.
     */
    @WithDefault("3M")
    Duration publishAhead();

    /** How long a token is good for, from a minute to 55: it is called back for an hour at most. */
    @WithDefault("15M")
    Duration lifetime();

    /** How long a refresh token is good for, if it is not used before. */
    @WithDefault("30D")
    Duration refreshLifetime();

    /** How long refresh tokens may follow one another before the device has to sign in with its secret again. */
    @WithDefault("90D")
    Duration refreshAtMost();
}
