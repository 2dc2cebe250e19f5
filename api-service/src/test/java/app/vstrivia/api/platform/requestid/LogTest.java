package app.vstrivia.api.platform.requestid;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is logged of requests. */
@ApiTest
class LogTest {
    private static final Logger ROOT = Logger.getLogger("");

    private final Kept kept = new Kept();

    @BeforeEach
    void listen() {
        ROOT.addHandler(kept);
    }

    @AfterEach
    void stop() {
        ROOT.removeHandler(kept);
    }

    @Test
    void whatALineIsAboutStandsBesideIt() throws JsonProcessingException {
        TestPlayer player = TestPlayer.register("Lina");
        UUID match = UUID.randomUUID();

        player.asks()
                .header("X-Request-Id", "logged-1")
                .get("/test/fault/" + match)
                .then()
                .statusCode(500);

        ExtLogRecord entry = kept.records.stream()
                .filter(one -> one.getMdc("requestId") != null)
                .filter(one -> one.getMdc("requestId").equals("logged-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Map.of("requestId", "logged-1", "playerId", player.id(), "matchId", match.toString()),
                entry.getMdcCopy());
        JsonNode line = new ObjectMapper().readTree(new JsonFormatter().format(entry));
        assertEquals("logged-1", line.at("/mdc/requestId").asText());
        assertEquals(player.id(), line.at("/mdc/playerId").asText());
        assertEquals("ERROR", line.path("level").asText());
    }

    @Test
    void theNextRequestHasNothingOfTheOneBefore() {
        TestPlayer player = TestPlayer.register("Lino");
        player.asks().get("/test/fault/" + UUID.randomUUID()).then().statusCode(500);

        given().header("X-Request-Id", "logged-2").get("/test/fault").then().statusCode(500);

        assertEquals(
                List.of(Map.of("requestId", "logged-2")),
                kept.records.stream()
                        .map(ExtLogRecord::getMdcCopy)
                        .filter(keys -> "logged-2".equals(keys.get("requestId")))
                        .distinct()
                        .toList());
    }

    @Test
    void noSecretIsLogged() {
        TestPlayer player = TestPlayer.register("Lena");
        JsonPath pair = given().contentType("application/json")
                .body(Map.of("deviceId", player.deviceId(), "secret", player.secret()))
                .post("/v1/tokens")
                .jsonPath();
        String wrong = "wrong-" + UUID.randomUUID();
        given().contentType("application/json")
                .body(Map.of("deviceId", player.deviceId(), "secret", wrong))
                .post("/v1/tokens")
                .then()
                .statusCode(lessThan(500));
        String broken = player.token() + "x";
        given().auth().oauth2(broken).get("/v1/me").then().statusCode(401);
        String code = player.asksForLinkCode().jsonPath().getString("code");
        given().contentType("application/json")
                .body(Map.of("refreshToken", pair.getString("refreshToken")))
                .post("/v1/tokens/refresh")
                .then()
                .statusCode(200);
        player.asks().get("/test/fault/" + UUID.randomUUID()).then().statusCode(500);

        String log = String.join("\n", kept.lines);
        assertFalse(log.isEmpty());
        for (String secret :
                List.of(player.secret(), player.token(), pair.getString("refreshToken"), wrong, broken, code)) {
            assertFalse(log.contains(secret), () -> "in the log: " + secret);
        }
    }

    /** Keeps what would be written, with what stands beside it. */
    private static final class Kept extends Handler {
        private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final ExtFormatter formatter = new PatternFormatter("%p %c %s %X%e");

        private Kept() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord written) {
            ExtLogRecord entry = ExtLogRecord.wrap(written);
            entry.copyMdc();
            records.add(entry);
            lines.add(formatter.format(entry));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
