package app.vstrivia.realtime.protocol;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AsyncApiServedTest extends Fixture {

    @Test
    void anybodyMayReadTheDocument() {
        assertEquals("/v1/socket", served().at("/channels/socket/address").asText());
    }

    @Test
    void whatAPlayerHearsIsAsDescribed() {
        AsyncApi document = served();
        PlayerId ada = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            MatchId match = matches.duel(1, Pace.BLITZ, 400, ada);
            a.send(join(match)).awaitType("snapshot");
            a.awaitEvent("round-opened");
            a.send(answer("1", match, 1, 1, 100)).awaitType("ack");
            a.awaitType("result");
            a.awaitEvent("finished");
            a.send(join(match)).awaitType("snapshot");
            a.send("{'type':'heartbeat','sent':1}").awaitType("heartbeat");
            a.send(answer("2", match, 2, 1, 100)).awaitType("ack");
            a.send("nonsense").awaitType("error");

            Set<String> heard = new TreeSet<>();
            for (JsonNode frame : a.frames()) {
                String type = frame.path("type").asText();
                heard.add(type);
                assertEquals(
                        List.of(), document.violations(AsyncApi.pointerTo("server-" + type), frame), frame::toString);
            }
            assertTrue(heard.containsAll(
                    Set.of("welcome", "snapshot", "event", "resumed", "ack", "result", "heartbeat", "error")));
        }
    }

    @Test
    void whoseTokenExpiresIsAskedToComeBackWithANewOne() {
        PlayerId ada = matches.player();
        String token = Issuer.token(ada.toString(), "device-of-" + ada, Duration.ofSeconds(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, token).hello()) {
            assertEquals(4401, a.awaitClose());
        }
    }

    private static AsyncApi served() {
        return AsyncApi.parse(given().when()
                .get("/v1/asyncapi.yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
