package app.vstrivia.realtime.socket;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What a replica does that was started before anybody told it the keys of tokens. */
@QuarkusTest
@TestProfile(KeySetAwayTest.BeforeTheKeys.class)
class KeySetAwayTest extends Fixture {
    public static class BeforeTheKeys implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Withholding.class));
        }
    }

    public static class Withholding implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            Issuer.withhold(true);
            return Map.of();
        }

        @Override
        public void stop() {
            Issuer.withhold(false);
        }
    }

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void nobodyIsSentToItOrLetInUntilItKnowsThem() {
        PlayerId player = matches.player();
        given().get(metrics).then().body(containsString("trivia_sockets_open 0.0"));
        given().get(ready).then().statusCode(503).body(containsString("admission"));
        CompletionException refused = assertThrows(CompletionException.class, () -> TestSocket.open(socket, player));
        assertEquals(
                503,
                ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode());

        Issuer.withhold(false);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().get(ready).then().statusCode(200));
        try (TestSocket opened = TestSocket.open(socket, player)) {
            opened.hello();
        }

        Issuer.withhold(true);
        given().get(ready).then().statusCode(200);
    }
}
