package app.vstrivia.api.support;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Who can read the signing key, and so signs an access token for nobody in particular, as the local launcher does. */
public final class Operator {
    public static final String ID = "00000000-0000-7000-8000-000000000001";

    private Operator() {}

    public static RequestSpecification asks() {
        return given().auth().oauth2(token("admin"));
    }

    public static String token(String... groups) {
        return Jwt.issuer("trivia")
                .audience("trivia")
                .subject(ID)
                .groups(Set.of(groups))
                .claim("device", ID)
                .expiresIn(Duration.ofMinutes(10))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(given().get("/.well-known/jwks.json").then().extract().<String>path("keys[0].kid"))
                .sign(key());
    }

    private static PrivateKey key() {
        try {
            String file = ConfigProvider.getConfig().getValue("trivia.token.signing-key-file", String.class);
            String body = Files.readString(Path.of(file)).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
