package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where channels cannot be taken over, everything goes through websockets-next. */
@QuarkusTest
@TestProfile(FallbackTest.ThroughWebSocketsNext.class)
class FallbackTest extends Fixture {
    /** As with a version of Vert.x whose inside is not known. */
    public static class ThroughWebSocketsNext implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("trivia.socket.direct", "false");
        }
    }

    @Test
    void messagesGoBothWaysAndConnectionsEnd() {
        PlayerId ada = matches.player();
        try (TestSocket older = TestSocket.open(socket, ada).hello();
                TestSocket newer = TestSocket.open(socket, ada).hello()) {
            assertEquals(4409, older.awaitClose());
            newer.send("{'type':'ping','body':'é'}");
            assertEquals("é", newer.awaitType("pong").path("body").asText());
        }
        String brief = Issuer.token(ada.toString(), "d", Duration.ofSeconds(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, brief).hello()) {
            // websockets-next looks at the time, too, and may be the first to notice.
            assertTrue(Set.of(4401, 1008).contains(a.awaitClose()));
        }
    }
}
