package app.vstrivia.local.launch;

import app.vstrivia.local.token.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** What only this installation knows: made at the first start, readable by its owner only, never printed. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path keys;

    private Secrets(Path keys) {
        this.keys = keys;
    }

    /** Creates what is missing. */
    public static Secrets in(Path data) throws IOException {
        Path keys = data.resolve("keys");
        if (!Files.isDirectory(keys)) {
            Files.createDirectories(data);
            Files.createDirectory(
                    keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Secrets secrets = new Secrets(keys);
        secrets.create("database-password", Secrets::random);
        secrets.create("s3-secret", Secrets::random);
        secrets.create("signing-key.pem", SigningKey::generate);
        return secrets;
    }

    public String databasePassword() throws IOException {
        return Files.readString(keys.resolve("database-password")).strip();
    }

    public String s3Secret() throws IOException {
        return Files.readString(keys.resolve("s3-secret")).strip();
    }

    public Path signingKeyFile() {
        return keys.resolve("signing-key.pem");
    }

    /** Appears complete or not at all: half a key would be worse than none. */
    private void create(String name, Supplier<String> content) throws IOException {
        Path file = keys.resolve(name);
        if (Files.exists(file)) {
            return;
        }
        Path part = keys.resolve(name + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, content.get());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
