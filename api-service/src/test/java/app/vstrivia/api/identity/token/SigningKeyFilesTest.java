package app.vstrivia.api.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.SigningKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFilesTest {
    @TempDir
    Path directory;

    private String file(String content) throws IOException {
        return Files.writeString(directory.resolve("key.pem"), content).toString();
    }

    private static String refusal(String place) {
        return assertThrows(SigningKeyFiles.Unusable.class, () -> new SigningKeyFiles(place).read())
                .getMessage();
    }

    @Test
    void thePublicHalfIsFound() throws Exception {
        for (int i = 0; i < 20; i++) {
            KeyPair pair = SigningKeyFile.newKeyPair();

            SigningKey key =
                    new SigningKeyFiles(file(SigningKeyFile.pem(pair))).read().get(0);

            assertEquals(
                    ((ECPublicKey) pair.getPublic()).getW(), key.publicKey().getW());
            assertTrue(key.id().matches("[A-Za-z0-9_-]{43}"));
        }
    }

    @Test
    void aMissingFileIsNamed() {
        String missing = directory.resolve("nowhere.pem").toString();

        assertEquals(missing + ", which cannot be read.", refusal(missing));
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

    @Test
    void theKeysOfAFolderComeInTheOrderOfTheirNames() throws Exception {
        Files.writeString(directory.resolve("b.pem"), SigningKeyFile.pem(SigningKeyFile.newKeyPair()));
        Path first = Files.writeString(directory.resolve("a.pem"), SigningKeyFile.pem(SigningKeyFile.newKeyPair()));
        Files.writeString(directory.resolve("readme.txt"), "no key");
        Files.createDirectory(directory.resolve("..data.pem"));
        SigningKeyFiles files = new SigningKeyFiles(directory.toString());

        List<SigningKey> keys = files.read();

        assertEquals(2, keys.size());
        assertEquals(
                new SigningKeyFiles(first.toString()).read().get(0).id(),
                keys.get(0).id());
        assertSame(keys.get(1), files.read().get(1), "is not parsed again");
    }

    @Test
    void aFolderWithoutKeysIsNamed() {
        assertEquals(
                directory + ", where there should be 1 to 16 files *.pem and are 0.", refusal(directory.toString()));
    }
}
