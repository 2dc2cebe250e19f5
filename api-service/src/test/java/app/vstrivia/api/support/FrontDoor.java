package app.vstrivia.api.support;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The service as it stands behind an edge: with a key, limits as in production, one origin that may ask from afar. */
public final class FrontDoor implements QuarkusTestProfile {
    public static final String HEADER = "X-Edge-Key";
    public static final String NEW_KEY = "new-0123456789abcdef";
    public static final String OLD_KEY = "old-0123456789abcdef";
    public static final String ORIGIN = "https://play.example.org";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "trivia.edge.required-header",
                HEADER,
                "trivia.edge.required-values",
                NEW_KEY + "," + OLD_KEY,
                "trivia.edge.trusted-proxies",
                "127.0.0.0/8,10.0.0.0/8",
                "trivia.edge.strict-transport-security",
                "max-age=31536000",
                "trivia.rate-limit.times",
                "1",
                "quarkus.http.cors.enabled",
                "true",
                "quarkus.http.cors.origins",
                ORIGIN);
    }

    /** A request that comes through the edge, from this client. */
    public static RequestSpecification from(String address) {
        return given().header(HEADER, NEW_KEY)
                .header("X-Forwarded-For", address)
                .contentType("application/json");
    }
}
