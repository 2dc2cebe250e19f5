package app.vstrivia.api.identity.token;

import java.time.Duration;
import java.util.Optional;

/** Settings of tokens for tests without the service. */
record TokenSettings(
        Optional<String> signingKeyFile,
        Duration lookEvery,
        Duration publishAhead,
        Duration lifetime,
        Duration refreshLifetime,
        Duration refreshAtMost)
        implements TokenConfig {

    static TokenSettings usual() {
        return new TokenSettings(
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofMinutes(3),
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                Duration.ofDays(90));
    }

    TokenSettings withKeys(String place, Duration look, Duration ahead) {
        return new TokenSettings(Optional.ofNullable(place), look, ahead, lifetime, refreshLifetime, refreshAtMost);
    }

    TokenSettings withLifetime(Duration other) {
        return new TokenSettings(signingKeyFile, lookEvery, publishAhead, other, refreshLifetime, refreshAtMost);
    }
}
