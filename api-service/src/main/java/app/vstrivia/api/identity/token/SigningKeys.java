package app.vstrivia.api.identity.token;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of this deployment: one signs, all are published, so that tokens outlive a change of the key. */
@Startup
@ApplicationScoped
class SigningKeys {
    private static final String SETTING = "trivia.token.signing-key-file";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final SigningKey current;

    SigningKeys(TokenConfig config) {
        this.current = load(config.signingKeyFile()
                .filter(file -> !file.isBlank())
                .orElseThrow(() -> new ConfigurationException(
                        SETTING + " is not set: it names the file with the key that signs tokens"
                                + " (PKCS#8 PEM, EC P-256).")));
    }

    /** The key that signs. */
    SigningKey current() {
        return current;
    }

    /** Every key whose tokens are still good. */
    List<SigningKey> published() {
        return List.of(current);
    }

    static SigningKey load(String file) {
        String pem;
        try {
            pem = Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(SETTING + " names " + file + ", which cannot be read.");
        }
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            throw new ConfigurationException(SETTING + " names " + file + ", which is no PKCS#8 PEM private key.");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
            if (key instanceof ECPrivateKey ec && P256.holds(ec)) {
                return SigningKey.of(ec);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigurationException(SETTING + " names " + file + ", which holds no EC private key.");
        }
        throw new ConfigurationException(SETTING + " names " + file + ", whose key is not on the curve P-256.");
    }
}
