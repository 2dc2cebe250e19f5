package app.vstrivia.api.room;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long the rounds of a match that is drawn from the bank are open. */
@ApiTest
class RoundLimitTest {
    private static final int PACE_MS = 20_000;

    @Inject
    Pool pool;

    private TestPlayer host;

    @BeforeEach
    void importQuestions() {
        host = TestPlayer.register("Host");
        given().auth()
                .oauth2(Operator.token("admin"))
                .contentType("application/octet-stream")
                .body("""
                        question,a,b,correct,category,time limit
                        Half a minute?,x,y,1,Limits,30
                        Four minutes?,x,y,1,Limits,240
                        One second?,x,y,1,Limits,1
                        Whatever?,x,y,1,Limits,
                        """.getBytes())
                .post("/v1/imports?format=csv&language=zn")
                .then()
                .statusCode(200);
    }

    private TestRoom started(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("language", "zn");
        settings.put("count", 4);
        TestRoom room = TestRoom.open(host, settings);
        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);
        return room;
    }

    private Map<String, Integer> limits(TestRoom room) {
        Map<String, Integer> limits = new HashMap<>();
        pool.preparedQuery("SELECT text, limit_ms FROM match_round WHERE match_id = ?")
                .execute(Values.of(UuidV7.parse(room.match())))
                .await()
                .indefinitely()
                .forEach(row -> limits.put(row.getString(0), row.getInteger(1)));
        return limits;
    }

    @Test
    void aQuestionIsOpenForItsOwnTimeWhereNobodyChoseAPace() {
        Map<String, Integer> expected = new HashMap<>();
        expected.put("Half a minute?", 30_000);
        expected.put("Four minutes?", 60_000);
        expected.put("One second?", 5_000);
        expected.put("Whatever?", null);

        assertEquals(expected, limits(started(Map.of())));
    }

    @Test
    void whereAHostChoseAPaceItIsTheSameForAll() {
        Map<String, Integer> limits = limits(started(Map.of("pace", "fast")));

        assertEquals(4, limits.size());
        limits.forEach((text, limit) -> assertEquals(null, limit, text));
    }

    @Test
    void whoComesLateMissedWhatTheRoundsWereOpenFor() {
        TestRoom room = started(Map.of());
        new Tables(pool).setMatch(room.match(), "phase = 'revealed', round_no = 4, version = version + 1");

        TestPlayer late = room.joinedBy("Late");

        assertEquals(
                30_000 + 60_000 + 5_000 + PACE_MS,
                pool.preparedQuery("SELECT answer_ms FROM match_player WHERE match_id = ? AND player_id = ?")
                        .execute(Values.of(UuidV7.parse(room.match()), UuidV7.parse(late.id())))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getInteger(0));
    }
}
