package app.vstrivia.realtime.client;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.browser.Bundle;
import app.vstrivia.model.browser.ScriptPage;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.Streams;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client in a browser and the running service, with a line between them that breaks: {@code conversation.ts}. */
@QuarkusTest
class ClientConversationTest extends Fixture {
    private static final String JSON = "application/json";
    /** Long enough for a browser on a busy machine to join before the first question. */
    private static final int STARTS_IN_MS = 5_000;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    Streams streams;

    @Test
    void theClientKeepsItsPlayerInTheMatch() throws IOException, InterruptedException {
        try (ScriptPage page = ScriptPage.openOrSkip();
                Lines lines = new Lines(socket.getPort())) {
            page.answer("/match", JSON, query -> match(lines));
            page.answer("/token", JSON, ClientConversationTest::token);
            page.answer("/answers", JSON, this::answers);
            page.answer("/line", JSON, lines::obey);
            page.answer("/stream", JSON, player -> "\"" + streams.of(PlayerId.parse(player)) + "\"");
            page.answer("/happens", JSON, this::happens);
            page.script("conversation.js", "module", Bundle.of("conversation"));

            List<Verdict> verdicts = Verdict.of(page, PATIENCE);

            assertEquals(
                    List.of(),
                    verdicts.stream().filter(verdict -> verdict.fault() != null).toList());
        }
    }

    @Test
    void anybodyMayTakeItsSources() {
        given().when()
                .get("/v1/client/realtime/index.ts")
                .then()
                .statusCode(200)
                .body(containsString("export { RealtimeClient"));
        given().when().get("/v1/client/README.md").then().statusCode(200);
    }

    /** A match of one player, whose answer therefore ends the round, and a line of its own to play it over. */
    private String match(Lines lines) {
        PlayerId player = matches.player();
        MatchId match = matches.duel(1, Pace.RELAXED, STARTS_IN_MS, player);
        return "{\"url\":\"ws://127.0.0.1:%d/v1/socket\",\"player\":\"%s\",\"match\":\"%s\"}"
                .formatted(lines.open(match), player, match);
    }

    /** Asked for as {@code player} and the seconds that the token is good for. */
    private static String token(String query) {
        String[] part = query.split("&");
        Duration validity = Duration.ofSeconds(Long.parseLong(part[1]));
        return "\"" + Issuer.token(part[0], "device-of-" + part[0], validity) + "\"";
    }

    private String happens(String stream) {
        streams.happens(StreamId.parse(stream), 1);
        return "true";
    }

    private String answers(String match) {
        return String.valueOf(matches.row(
                        "SELECT COUNT(*) FROM answer WHERE match_id = ?",
                        Values.of(MatchId.parse(match).toBuffer()))
                .getLong(0));
    }
}
