package app.vstrivia.api.platform.edge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FrontDoor;
import app.vstrivia.api.support.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@ApiTest
@TestProfile(FrontDoor.class)
class ConnectionFloodTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void beyondTheMostNobodyIsLetInUntilOthersLeave() {
        List<RawHttp> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < FrontDoor.CONNECTIONS; i++) {
                crowd.add(RawHttp.open(service));
            }

            try (RawHttp late = RawHttp.open(service)) {
                assertTrue(late.closedWithin(2_000));
            }
        } finally {
            crowd.forEach(RawHttp::close);
        }
        await().untilAsserted(() ->
                FrontDoor.from("192.0.2.1").get("/v1/config").then().statusCode(200));
    }
}
