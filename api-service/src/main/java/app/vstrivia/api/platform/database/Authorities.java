package app.vstrivia.api.platform.database;

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
import java.util.concurrent.ConcurrentHashMap;

/**
 * The certificates of PEM files in a key store, since the driver takes nothing else and reads it for each connection: a temporary
 * file for as long as the process lives. It is as the files were when it was made.
 */
final class Authorities {
    private static final String TYPE = "PKCS12";

    /** Settings are read more than once. */
    private static final Map<String, Authorities> MADE = new ConcurrentHashMap<>();

    private final Path file;
    private final String password;

    private Authorities(Path file, String password) {
        this.file = file;
        this.password = password;
    }

    /** @param pem files, with commas between them */
    static Authorities of(String pem) {
        return MADE.computeIfAbsent(pem, Authorities::make);
    }

    private static Authorities make(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            for (String file : pem.split(",")) {
                addAll(store, Path.of(file.strip()));
            }
            // What is in it is public; a store without a password is not read by every Java.
            String password = UUID.randomUUID().toString();
            Path file = Files.createTempFile("database-authorities", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
            return new Authorities(file, password);
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "The certificates of " + pem + " cannot be used for JDBC: " + failure.getMessage(), failure);
        }
    }

    private static void addAll(KeyStore store, Path pem) throws IOException, GeneralSecurityException {
        int before = store.size();
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        if (store.size() == before) {
            throw new IOException(pem + " has none");
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
}
