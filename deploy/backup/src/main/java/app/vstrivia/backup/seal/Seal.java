package app.vstrivia.backup.seal;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Seals and opens with the keys of a file (a keyset of Tink, as JSON): the primary one seals, all of them open. What was sealed
 * under one name is not opened under another.
 */
public final class Seal {
    private final StreamingAead aead;
    private final KeysetHandle keys;

    private Seal(KeysetHandle keys) throws GeneralSecurityException {
        this.keys = keys;
        this.aead = keys.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    /** @throws CommandFailure if the file cannot be read or holds no keys */
    public static Seal read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.KEY,
                    "The keys in " + file + " cannot be read ("
                            + failure.getClass().getSimpleName()
                            + "). deploy/backup/key new FILE makes a file of keys.");
        }
    }

    /** @throws CommandFailure if the text is no keyset */
    public static Seal of(String json) {
        try {
            StreamingAeadConfig.register();
            return new Seal(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException failure) {
            throw new CommandFailure(
                    ExitCode.KEY, "That is no file of keys, which deploy/backup/key new FILE would make.");
        }
    }

    /** A new file of keys, with one. */
    public static String create() throws GeneralSecurityException {
        StreamingAeadConfig.register();
        return write(KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB));
    }

    /** The same keys and a new one, which seals from now on. */
    public String rotated() throws GeneralSecurityException {
        return write(KeysetHandle.newBuilder(keys)
                .addEntry(
                        KeysetHandle.generateEntryFromParameters(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB)
                                .withRandomId()
                                .makePrimary())
                .build());
    }

    private static String write(KeysetHandle keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    }

    /** Names the key that seals; no secret. */
    public String keyId() {
        return Integer.toUnsignedString(keys.getPrimary().getId());
    }

    /** The keys that open. */
    public List<String> keyIds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            ids.add(Integer.toUnsignedString(keys.getAt(i).getId()));
        }
        return ids;
    }

    /** @throws CommandFailure if what this key sealed cannot be opened */
    public void requireKey(String keyId, String what) {
        if (!keyIds().contains(keyId)) {
            throw new CommandFailure(
                    ExitCode.KEY,
                    what + " is sealed with key " + keyId + ", and the file of keys has " + String.join(", ", keyIds())
                            + ". Find the file that has it.");
        }
    }

    /** What is written to the stream arrives sealed; it is complete once the stream was closed. */
    public OutputStream sealing(OutputStream to, String name) throws IOException {
        try {
            return aead.newEncryptingStream(to, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IOException("cannot seal " + name, failure);
        }
    }

    /** Reading fails with an IOException where something was changed, cut off, renamed or sealed with another key. */
    public InputStream opening(InputStream from, String name) throws IOException {
        try {
            return aead.newDecryptingStream(from, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IOException("cannot open " + name, failure);
        }
    }
}
