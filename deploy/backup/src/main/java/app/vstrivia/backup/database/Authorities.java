package app.vstrivia.backup.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.UUID;

/**
 * The certificates of a PEM file in a key store, since the driver takes nothing else: a temporary file for as long as a connection
 * is made.
 */
final class Authorities implements AutoCloseable {
    private static final String TYPE = "PKCS12";

    private final Path file;
    private final String password;

    private Authorities(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    /** @throws IOException also if the file has no certificate */
    static Authorities of(Path pem) throws IOException {
        // What is in it is public; a store without a password is not read by every Java.
        String password = UUID.randomUUID().toString();
        Path file = Files.createTempFile("authorities", ".p12");
        try (InputStream in = Files.newInputStream(pem);
                OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new IOException("it has none");
            }
            store.store(out, password.toCharArray());
            return new Authorities(file, password);
        } catch (IOException | GeneralSecurityException failure) {
            Files.deleteIfExists(file);
            throw new IOException("The certificates of " + pem + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    /** What the driver is told, to believe nobody else. */
    Map<String, String> settings() {
        return Map.of(
                "trustCertificateKeyStoreUrl",
                file.toUri().toString(),
                "trustCertificateKeyStoreType",
                TYPE,
                "trustCertificateKeyStorePassword",
                password,
                "fallbackToSystemTrustStore",
                "false");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
