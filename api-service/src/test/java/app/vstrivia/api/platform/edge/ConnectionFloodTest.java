package app.vstrivia.api.platform.edge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiTest
@TestProfile(ConnectionFloodTest.AFew.class)
class ConnectionFloodTest {
    private static final int CONNECTIONS = 50;
    private static final int TOO_MANY = 10;

    /** With room for a few connections. */
    public static final class AFew implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.limits.max-connections", Integer.toString(CONNECTIONS));
        }
    }

    @TestHTTPResource("/")
    URI service;

    @Test
    void beyondTheMostNobodyIsLetInUntilOthersLeave() {
        List<RawHttp> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS + TOO_MANY; i++) {
                crowd.add(RawHttp.open(service));
            }

            await().untilAsserted(() -> assertEquals(
                    TOO_MANY, crowd.stream().filter(one -> one.closedWithin(5)).count()));
        } finally {
            crowd.forEach(RawHttp::close);
        }
        await().untilAsserted(() -> given().get("/v1/config").then().statusCode(200));
    }
}
