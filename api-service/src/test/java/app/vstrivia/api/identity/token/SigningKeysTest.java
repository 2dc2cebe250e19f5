package app.vstrivia.api.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.SigningKeyFile;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    @TempDir
    Path directory;

    private String file(String content) throws IOException {
        return Files.writeString(directory.resolve("key.pem"), content).toString();
    }

    private static String refusal(String file) {
        return assertThrows(ConfigurationException.class, () -> SigningKeys.load(file))
                .getMessage();
    }

    @Test
    void thePublicHalfIsFound() throws IOException {
        for (int i = 0; i < 20; i++) {
            KeyPair pair = SigningKeyFile.newKeyPair();

            SigningKey key = SigningKeys.load(file(SigningKeyFile.pem(pair)));

            assertEquals(
                    ((ECPublicKey) pair.getPublic()).getW(), key.publicKey().getW());
            assertTrue(key.id().matches("[A-Za-z0-9_-]{43}"));
        }
    }

    @Test
    void aMissingFileIsNamed() {
        String missing = directory.resolve("nowhere.pem").toString();

        assertEquals("trivia.token.signing-key-file names " + missing + ", which cannot be read.", refusal(missing));
    }

    @Test
    void whatIsNoKeyIsRefused() throws IOException {
        assertTrue(refusal(file("hello")).endsWith("which is no PKCS#8 PEM private key."));
        assertTrue(refusal(file("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .endsWith("which holds no EC private key."));
    }

    @Test
    void anotherCurveIsRefused() throws IOException {
        assertTrue(refusal(file(SigningKeyFile.pem(SigningKeyFile.newKeyPair("secp384r1"))))
                .endsWith("whose key is not on the curve P-256."));
    }
}
