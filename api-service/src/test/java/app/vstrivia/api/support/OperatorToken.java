package app.vstrivia.api.support;

import static io.restassured.RestAssured.given;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** A token as an operator makes it, with the service's own signing key. */
public final class OperatorToken {
    private OperatorToken() {}

    public static String admin() {
        String file = ConfigProvider.getConfig().getValue("trivia.token.signing-key-file", String.class);
        String keyId = given().get("/.well-known/jwks.json").then().extract().path("keys[0].kid");
        try {
            String pem = Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----", "");
            byte[] key = Base64.getMimeDecoder().decode(pem);
            return Jwt.issuer("trivia")
                    .audience("trivia")
                    .subject(UUID.randomUUID().toString())
                    .groups("admin")
                    .expiresIn(Duration.ofMinutes(15))
                    .jws()
                    .algorithm(SignatureAlgorithm.ES256)
                    .keyId(keyId)
                    .sign(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
