package app.vstrivia.api.identity.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.SigningKeyFile;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class TokenTest {
    @Inject
    SigningKeys keys;

    TestPlayer player;

    @BeforeEach
    void register() {
        player = TestPlayer.register("Tokenholder");
    }

    private JwtClaimsBuilder claims() {
        return Jwt.issuer("trivia")
                .audience("trivia")
                .subject(player.id())
                .groups(Set.of("player"))
                .expiresIn(60);
    }

    private String signed(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(keys.current().id())
                .sign(key);
    }

    private static void assertRefused(String token) {
        given().auth().oauth2(token).get("/v1/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void aTokenSaysWhoForHowLongAndWhichKey() {
        String[] parts = player.token().split("\\.");
        JsonPath header = json(parts[0]);
        JsonPath claims = json(parts[1]);

        assertEquals("ES256", header.getString("alg"));
        assertEquals(
                given().get("/.well-known/jwks.json").then().extract().<String>path("keys[0].kid"),
                header.getString("kid"));
        assertEquals("trivia", claims.getString("iss"));
        assertEquals("trivia", claims.getString("aud"));
        assertEquals(player.id(), claims.getString("sub"));
        assertEquals(player.deviceId(), claims.getString("device"));
        assertEquals("Tokenholder", claims.getString("name"));
        assertEquals("player", claims.getString("groups[0]"));
        assertEquals(900, claims.getLong("exp") - claims.getLong("iat"));
    }

    private static JsonPath json(String part) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        assertRefused(signed(claims(), SigningKeyFile.newKeyPair().getPrivate()));
    }

    @Test
    void aTokenForAnotherAudienceOrIssuerIsRefused() {
        assertRefused(signed(claims().audience("elsewhere"), keys.current().privateKey()));
        assertRefused(signed(claims().issuer("elsewhere"), keys.current().privateKey()));
    }

    @Test
    void anExpiredTokenIsRefused() {
        JwtClaimsBuilder expired = claims().issuedAt(Instant.now().minusSeconds(1_000))
                .expiresAt(Instant.now().minusSeconds(100));

        assertRefused(signed(expired, keys.current().privateKey()));
    }

    @Test
    void anUnsignedTokenIsRefused() {
        String claims = player.token().split("\\.")[1];
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertRefused(none + "." + claims + ".");
    }

    @Test
    void anOperatorDoesNotPlay() {
        String token = signed(
                claims().subject(UUID.randomUUID().toString()).groups(Set.of("admin")),
                keys.current().privateKey());

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of())
                .post("/v1/rooms")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        assertRefused(signed(
                claims().subject(UUID.randomUUID().toString()), keys.current().privateKey()));
        assertRefused(signed(claims().subject("somebody"), keys.current().privateKey()));
    }
}
