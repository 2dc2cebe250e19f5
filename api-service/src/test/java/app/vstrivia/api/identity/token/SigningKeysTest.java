package app.vstrivia.api.identity.token;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.SigningKeyFile;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AHEAD = Duration.ofSeconds(4);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aKeyThatIsPutThereSignsAfterAWhileAndTheOldOneStaysGood() throws IOException {
        Path first = write("2026-01.pem");
        SigningKeys keys = new SigningKeys(settings(folder.toString()), vertx);
        SigningKey old = keys.current();

        write("2026-02.pem");
        await().atMost(PATIENCE).until(() -> keys.published().size() == 2);
        assertEquals(old, keys.current(), "published before it signs");
        await().atMost(PATIENCE).until(() -> keys.current() != old);
        Files.delete(first);
        Files.writeString(folder.resolve("2026-03.pem"), "half a k");

        write("2026-03.pem");
        await().atMost(PATIENCE).until(() -> keys.published().size() == 3);
        assertTrue(keys.published(old.id()).isPresent(), "its tokens have not expired");
    }

    @Test
    void aTokenOfAReplacedKeyIsGoodForAsLongAsItLives() throws Exception {
        Path first = write("2026-01.pem");
        SigningKeys keys = new SigningKeys(settings(folder.toString()).withLifetime(Duration.ofSeconds(5)), vertx);
        SigningKey old = keys.current();
        TokenVerification verification = new TokenVerification(keys);

        write("2026-02.pem");
        await().atMost(PATIENCE).until(() -> keys.current() != old);
        Files.delete(first);
        String last = signed(old, Duration.ofMinutes(5));

        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        "somebody",
                        verification.parse(last, TokenVerification.ownTokens()).getSubject()));
        await().atMost(PATIENCE).until(() -> keys.published().size() == 1);
        assertThrows(ParseException.class, () -> verification.parse(last, TokenVerification.ownTokens()));
        verification.parse(signed(keys.current(), Duration.ofMinutes(5)), TokenVerification.ownTokens());
    }

    private static String signed(SigningKey key, Duration lifetime) {
        return Jwt.issuer("trivia")
                .audience("trivia")
                .subject("somebody")
                .expiresIn(lifetime)
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(key.id())
                .sign(key.privateKey());
    }

    @Test
    void withoutAGoodKeyThereIsNoStart() throws IOException {
        Files.writeString(folder.resolve("key.pem"), "hello");

        String refusal = assertThrows(
                        ConfigurationException.class, () -> new SigningKeys(settings(folder.toString()), vertx))
                .getMessage();

        assertEquals(
                "trivia.token.signing-key-file names " + folder.resolve("key.pem")
                        + ", which is no PKCS#8 PEM private key.",
                refusal);
        assertThrows(ConfigurationException.class, () -> new SigningKeys(settings(null), vertx));
    }

    private Path write(String name) throws IOException {
        Path written =
                Files.writeString(folder.resolve(name + ".part"), SigningKeyFile.pem(SigningKeyFile.newKeyPair()));
        return Files.move(written, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static TokenSettings settings(String place) {
        return TokenSettings.usual().withKeys(place, Duration.ofMillis(20), AHEAD);
    }
}
