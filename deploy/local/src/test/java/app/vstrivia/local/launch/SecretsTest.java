package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.local.token.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path data;

    @Test
    void theyAreMadeOnceAndReadableByTheirOwnerOnly() throws IOException {
        Secrets first = Secrets.in(data);
        String password = first.databasePassword();
        String keyId = SigningKey.read(first.signingKeyFile()).id();

        Secrets second = Secrets.in(data);

        assertEquals(password, second.databasePassword());
        assertEquals(keyId, SigningKey.read(second.signingKeyFile()).id());
        assertNotEquals(password, second.s3Secret());
        assertEquals("rw-------", permissions(second.signingKeyFile()));
        assertEquals("rwx------", permissions(data.resolve("keys")));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
