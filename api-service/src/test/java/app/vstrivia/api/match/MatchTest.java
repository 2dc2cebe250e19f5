package app.vstrivia.api.match;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.LineupHash;
import app.vstrivia.model.protocol.MatchEvent.Finished.Drawn;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class MatchTest {
    @Inject
    Pool pool;

    Tables tables;
    TestRoom room;
    TestPlayer anna;
    TestPlayer ben;

    @BeforeEach
    void startARoomOfTwo() {
        tables = new Tables(pool);
        room = TestRoom.open(TestPlayer.register("Quizmaster"));
        anna = room.joinedBy("Anna");
        ben = room.joinedBy("Ben");
        room.hostAsks("start").statusCode(204);
    }

    private ValidatableResponse answer(TestPlayer player, String id, int round, List<Integer> choices, int elapsed) {
        return player.asks()
                .body(Map.of("id", id, "round", round, "choices", choices, "elapsed", elapsed))
                .post("/v1/matches/" + room.match() + "/answers")
                .then();
    }

    private ValidatableResponse view(TestPlayer player) {
        return player.asks().get("/v1/matches/" + room.match()).then();
    }

    private int storedAnswers() {
        return tables.row("SELECT COUNT(*) FROM answer WHERE match_id = ?", room.match())
                .getInteger(0);
    }

    @Test
    void onlyPlayersAndTheHostSeeAMatch() {
        view(anna).statusCode(200).body("kind", equalTo("room"));
        view(room.host()).statusCode(200);
        view(TestPlayer.register("Stranger")).statusCode(404).body("code", equalTo("not-found"));
        given().get("/v1/matches/" + room.match()).then().statusCode(401);
        anna.asks().get("/v1/matches/" + UUID.randomUUID()).then().statusCode(404);
        anna.asks().get("/v1/matches/nonsense").then().statusCode(404);
    }

    @Test
    void nothingIsShownBeforeItsReveal() {
        tables.openFirstRound(room.match());
        String nonce = tables.match(room.match()).getString("nonce");

        for (TestPlayer reader : List.of(anna, room.host())) {
            view(reader)
                    .body("roundsPlayed", empty())
                    .body("nonce", nullValue())
                    .body(not(containsString(nonce)))
                    .body(not(containsString("correct")))
                    .body("lineupHash", equalTo(tables.match(room.match()).getString("lineup_hash")));
        }
    }

    @Test
    void aSealedRoundIsNotRevealed() {
        tables.openFirstRound(room.match());
        tables.setMatch(room.match(), "phase = 'sealed'");

        view(anna).body("roundsPlayed", empty());
    }

    @Test
    void aRevealedRoundShowsOnesOwnAnswerOnly() {
        tables.openFirstRound(room.match());
        answer(anna, "a1", 1, List.of(1), 2500).statusCode(200).body("status", equalTo("stored"));
        tables.execute("UPDATE answer SET correct = 1, points = 900 WHERE match_id = ?", room.match());
        tables.setMatch(room.match(), "phase = 'revealed', round_opened_at = NULL, round_closes_at = NULL");

        view(anna)
                .body("roundsPlayed", hasSize(1))
                .body("roundsPlayed[0].correct", contains(1))
                .body("roundsPlayed[0].you.choices", contains(1))
                .body("roundsPlayed[0].you.points", equalTo(900))
                .body("roundsPlayed[0].you.correct", equalTo(true));
        view(ben).body("roundsPlayed", hasSize(1)).body("roundsPlayed[0].you", nullValue());
    }

    @Test
    void aRevealedRoundSaysWhoHasToBeNamed() {
        tables.openFirstRound(room.match());
        tables.execute(
                "UPDATE match_round SET source = 'A collection', licence = 'CC BY 4.0', attribution = 'Ann',"
                        + " media_licence = 'CC BY-SA 3.0', media_attribution = 'Photo: Bob'"
                        + " WHERE round_no = 1 AND match_id = ?",
                room.match());
        tables.execute(
                "UPDATE match_round SET source = 'A collection', licence = 'CC0' WHERE round_no = 2 AND match_id = ?",
                room.match());
        view(anna).body(not(containsString("Photo: Bob")));

        tables.setMatch(
                room.match(), "phase = 'revealed', round_no = 2, round_opened_at = NULL, round_closes_at = NULL");

        view(anna)
                .body("roundsPlayed[0].credits", contains("Ann (CC BY 4.0)", "Photo: Bob (CC BY-SA 3.0)"))
                .body("roundsPlayed[1].source", equalTo("A collection"))
                .body("roundsPlayed[1].credits", nullValue());
    }

    @Test
    void theStandingsShareRanks() {
        TestPlayer cleo = room.joinedBy("Cleo");
        tables.execute("UPDATE match_player SET score = 500, answer_ms = 900 WHERE match_id = ?", room.match());
        tables.execute("UPDATE match_player SET score = 400 WHERE name = 'Cleo' AND match_id = ?", room.match());
        cleo.asks().delete("/v1/matches/" + room.match() + "/players/me").then().statusCode(204);

        view(anna)
                .body("players.name", contains("Anna", "Ben", "Cleo"))
                .body("players.rank", contains(1, 1, 3))
                .body("players.left", contains(false, false, true));
    }

    @Test
    void theEndProvesTheLineup() {
        tables.setMatch(room.match(), "phase = 'finished', round_no = rounds, phase_ends_at = NULL");

        JsonPath end = view(anna).statusCode(200).extract().jsonPath();

        List<Drawn> lineup = new ArrayList<>();
        for (int i = 0; i < end.getInt("rounds"); i++) {
            String round = "roundsPlayed[" + i + "].";
            lineup.add(new Drawn(
                    i + 1,
                    questionOf(i + 1),
                    end.getList(round + "choices", String.class),
                    end.getList(round + "correct")));
        }
        assertEquals(end.getString("lineupHash"), LineupHash.of(end.getString("nonce"), lineup));
    }

    private UUID questionOf(int round) {
        return UuidV7.fromBuffer(tables.row(
                        "SELECT question_id FROM match_round WHERE round_no = " + round + " AND match_id = ?",
                        room.match())
                .getBuffer(0));
    }

    @Test
    void nobodyBuysTimeOverHttp() {
        tables.openFirstRound(room.match());

        answer(anna, "fast", 1, List.of(1), 0)
                .statusCode(200)
                .body("status", equalTo("stored"))
                .body("answer.elapsed", greaterThanOrEqualTo(2000))
                .body("answer.elapsed", lessThan(20_000));
    }

    @Test
    void theFirstAnswerStands() {
        tables.openFirstRound(room.match());
        answer(anna, "one", 1, List.of(1), 3000).body("status", equalTo("stored"));

        answer(anna, "one", 1, List.of(1), 3000).body("status", equalTo("stored"));
        answer(anna, "two", 1, List.of(0), 3000)
                .body("status", equalTo("duplicate"))
                .body("answer.choices", contains(1));

        assertEquals(1, storedAnswers());
    }

    @Test
    void aLateAnswerDoesNotCount() {
        tables.openFirstRound(room.match());
        tables.setMatch(room.match(), "round_closes_at = NOW(6) - INTERVAL 1 SECOND");

        answer(anna, "late", 1, List.of(1), 100).statusCode(503).body("code", equalTo("round-closing"));
        tables.setMatch(room.match(), "phase = 'sealed', round_opened_at = NULL, round_closes_at = NULL");
        answer(anna, "late", 1, List.of(1), 100).statusCode(200).body("status", equalTo("late"));

        assertEquals(0, storedAnswers());
    }

    @Test
    void aResendAfterTheSealHearsThatItIsStored() {
        tables.openFirstRound(room.match());
        answer(anna, "one", 1, List.of(1), 3000).body("status", equalTo("stored"));
        tables.setMatch(room.match(), "phase = 'sealed', round_opened_at = NULL, round_closes_at = NULL");

        answer(anna, "one", 1, List.of(1), 3000).body("status", equalTo("stored"));
        answer(ben, "two", 1, List.of(1), 3000).body("status", equalTo("late"));
    }

    @Test
    void anAnswerToARoundThatIsNotOpenIsRefused() {
        answer(anna, "early", 1, List.of(1), 0)
                .statusCode(200)
                .body("status", equalTo("refused"))
                .body("code", equalTo("not-open"));
        tables.openFirstRound(room.match());

        answer(anna, "next", 2, List.of(1), 0)
                .body("status", equalTo("refused"))
                .body("code", equalTo("not-open"));
        answer(anna, "none", 99, List.of(1), 0).body("status", equalTo("refused"));

        assertEquals(0, storedAnswers());
    }

    @Test
    void aChoiceMustBeOneOfTheQuestions() {
        tables.openFirstRound(room.match());

        answer(anna, "out", 1, List.of(4), 0).body("status", equalTo("refused")).body("code", equalTo("bad-choice"));
        answer(anna, "two", 1, List.of(0, 1), 0)
                .body("status", equalTo("refused"))
                .body("code", equalTo("bad-choice"));
        answer(anna, "neg", 1, List.of(-1), 0).statusCode(400).body("code", equalTo("invalid"));

        assertEquals(0, storedAnswers());
    }

    @Test
    void onlyWhoPlaysAnswers() {
        tables.openFirstRound(room.match());
        ben.asks().delete("/v1/matches/" + room.match() + "/players/me").then().statusCode(204);

        answer(TestPlayer.register("Stranger"), "x", 1, List.of(1), 0).statusCode(404);
        answer(room.host(), "x", 1, List.of(1), 0).statusCode(403).body("code", equalTo("not-playing"));
        answer(ben, "x", 1, List.of(1), 0).statusCode(403).body("code", equalTo("not-playing"));
    }

    @Test
    void whoLeavesIsNotWaitedFor() {
        tables.openFirstRound(room.match());
        tables.execute(
                "INSERT INTO match_presence (match_id, player_id, session)"
                        + " SELECT match_id, player_id, player_id FROM match_player WHERE match_id = ?",
                room.match());
        answer(anna, "one", 1, List.of(1), 3000).body("status", equalTo("stored"));
        assertFalse(isDue());

        ben.asks().delete("/v1/matches/" + room.match() + "/players/me").then().statusCode(204);

        assertTrue(isDue());
        assertTrue(tables.lastEvent(room.stream()).contains("\"reason\":\"left\""));
    }

    @Test
    void whatAPlayerHasMetComesLast() {
        String first = roomOfFifteen();
        tables.setMatch(first, "round_no = rounds");

        String second = roomOfFifteen();

        assertEquals(
                0,
                tables.row(
                                "SELECT COUNT(*) FROM match_round a JOIN match_round b ON b.question_id = a.question_id"
                                        + " AND b.match_id = UNHEX(REPLACE('" + first + "', '-', ''))"
                                        + " WHERE a.match_id = ?",
                                second)
                        .getInteger(0));
    }

    /** Of one category, which has over 30 questions. */
    private String roomOfFifteen() {
        TestPlayer host = room.host();
        JsonPath opened = host.asks()
                .body(Map.of("settings", Map.of("count", 15, "categories", List.of("science"))))
                .post("/v1/rooms")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String match = opened.getString("matchId");
        anna.asks()
                .body(Map.of("pin", opened.getString("pin")))
                .post("/v1/rooms/join")
                .then()
                .statusCode(200);
        host.asks().post("/v1/rooms/" + match + "/start").then().statusCode(204);
        return match;
    }

    private boolean isDue() {
        var match = tables.match(room.match());
        return !match.getLocalDateTime("phase_ends_at").isAfter(match.getLocalDateTime("moment"));
    }
}
