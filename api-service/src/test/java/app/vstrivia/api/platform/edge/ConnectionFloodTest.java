package app.vstrivia.api.platform.edge;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.RawHttp;
import app.vstrivia.api.support.Sleepy;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@ApiTest
@TestProfile(Sleepy.class)
class ConnectionFloodTest {
    private static final int TOO_MANY = 10;

    @TestHTTPResource("/")
    URI service;

    @Test
    void beyondTheMostNobodyIsLetInUntilOthersLeave() {
        List<RawHttp> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < Sleepy.CONNECTIONS + TOO_MANY; i++) {
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
