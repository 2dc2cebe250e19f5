package app.vstrivia.api.match;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Matches with questions that choices cannot say. */
@ApiTest
class OtherTypesTest {
    private static final String LANGUAGE = "ot";

    @Inject
    Pool pool;

    @Inject
    ImportService imports;

    private Tables tables;
    private TestPlayer host;

    @BeforeEach
    void fillTheBank() throws IOException {
        tables = new Tables(pool);
        host = TestPlayer.register("Quizmaster");
        String text = """
                type,question,a,b,c,value,tolerance,min,max,step,category
                numeric,How long?,,,,42.195,0.5,0,100,1,Mixed
                ordering,Sort!,first,second,third,,,,,,Mixed
                text,Where?,Zürich,Turicum,,,,,,,Mixed
                poll,And you?,yes,no,,,,,,,Mixed
                """;
        try (FileImport file =
                imports.open(new ImportRequest("auto", null, "general", LANGUAGE), SampleFiles.file(text))) {
            file.run(progress -> {});
        }
    }

    @Test
    void aNumberIsAnsweredOverHttp() {
        TestRoom room = open("numeric");
        TestPlayer anna = start(room);

        answer(room, anna, "a", "choices", List.of(0)).body("code", equalTo("bad-answer"));
        answer(room, anna, "b", "value", "100.5").body("code", equalTo("bad-answer"));
        answer(room, anna, "c", "value", "1e2").statusCode(400).body("code", equalTo("invalid"));
        answer(room, anna, "d", "value", "42.50")
                .statusCode(200)
                .body("status", equalTo("stored"))
                .body("answer.value", equalTo("42.5"))
                .body("answer.choices", equalTo(List.of()));
        answer(room, anna, "e", "value", "1")
                .body("status", equalTo("duplicate"))
                .body("answer.value", equalTo("42.5"));

        view(room, anna).body(not(containsString("42.195"))).body(not(containsString("tolerance")));
        reveal(room, "correct = 1, points = 900");
        view(room, anna)
                .body("roundsPlayed[0].type", equalTo("numeric"))
                .body("roundsPlayed[0].slider.max", equalTo("100"))
                .body("roundsPlayed[0].solution.value", equalTo("42.195"))
                .body("roundsPlayed[0].solution.tolerance", equalTo("0.5"))
                .body("roundsPlayed[0].you.value", equalTo("42.5"))
                .body("roundsPlayed[0].you.correct", equalTo(true));
    }

    @Test
    void anOrderIsAnsweredOverHttp() {
        TestRoom room = open("ordering");
        TestPlayer anna = start(room);

        answer(room, anna, "a", "order", List.of(1, 0)).body("code", equalTo("bad-answer"));
        answer(room, anna, "b", "order", List.of(0, 0, 1)).statusCode(400);
        answer(room, anna, "c", "order", List.of(2, 0, 1))
                .body("status", equalTo("stored"))
                .body("answer.order", contains(2, 0, 1));
        view(room, anna).body(not(containsString("first")));
        reveal(room, "correct = 0, points = 0");

        JsonPath round = view(room, anna).extract().jsonPath().setRootPath("roundsPlayed[0]");
        List<String> choices = round.getList("choices");
        assertEquals(
                List.of("first", "second", "third"),
                round.<Integer>getList("solution.order").stream()
                        .map(choices::get)
                        .toList());
        assertEquals(List.of(2, 0, 1), round.getList("you.order"));
    }

    @Test
    void aTextIsAnsweredOverHttp() {
        TestRoom room = open("text");
        TestPlayer anna = start(room);

        answer(room, anna, "a", "text", "x".repeat(201)).statusCode(400);
        answer(room, anna, "b", "text", "a\u0000b").statusCode(400);
        answer(room, anna, "c", "value", "1").body("code", equalTo("bad-answer"));
        answer(room, anna, "d", "text", "zürich 😀")
                .body("status", equalTo("stored"))
                .body("answer.text", equalTo("zürich 😀"));
        view(room, anna).body(not(containsString("Turicum")));
        reveal(room, "correct = 0, points = 0");

        view(room, anna)
                .body("roundsPlayed[0].solution.accepted", contains("Zürich", "Turicum"))
                .body("roundsPlayed[0].you.text", equalTo("zürich 😀"));
    }

    @Test
    void aPollHasNoRightAnswer() {
        TestRoom room = open("poll");
        TestPlayer anna = start(room);

        answer(room, anna, "a", "choices", List.of(0, 1)).body("code", equalTo("bad-choice"));
        answer(room, anna, "b", "choices", List.of(1)).body("status", equalTo("stored"));
        reveal(room, "correct = NULL, points = 0");

        view(room, anna)
                .body("roundsPlayed[0].choices", contains("yes", "no"))
                .body("roundsPlayed[0].correct", equalTo(List.of()))
                .body("roundsPlayed[0].solution", nullValue())
                .body("roundsPlayed[0].you.choices", contains(1))
                .body("roundsPlayed[0].you.correct", equalTo(false));
    }

    @Test
    void whileOlderReplicasRunTheOperatorKeepsMatchesToChoices() {
        Lineups lineups = new Lineups(null, () -> false);
        Settings settings = new Settings(null, null, null, null, null, null, null, List.of(QuestionPool.POLL));

        TypesNotOffered refusal = assertThrows(TypesNotOffered.class, () -> lineups.check(null, settings));

        assertEquals("types-not-offered", refusal.getParameters().get("code"));
    }

    private TestRoom open(String type) {
        return TestRoom.open(host, Map.of("types", List.of(type), "language", LANGUAGE, "count", 1));
    }

    private TestPlayer start(TestRoom room) {
        TestPlayer anna = room.joinedBy("Anna");
        room.hostAsks("start").statusCode(204);
        tables.setMatch(
                room.match(),
                "phase = 'open', round_no = 1, version = version + 1, round_opened_at = NOW(6) - INTERVAL 2 SECOND,"
                        + " round_closes_at = NOW(6) + INTERVAL 18 SECOND, phase_ends_at = NOW(6) + INTERVAL 18500000"
                        + " MICROSECOND, earliest_seal_at = NOW(6) + INTERVAL 18 SECOND");
        return anna;
    }

    private void reveal(TestRoom room, String outcome) {
        tables.execute("UPDATE answer SET " + outcome + " WHERE match_id = ?", room.match());
        tables.setMatch(room.match(), "phase = 'revealed', round_opened_at = NULL, round_closes_at = NULL");
    }

    private static ValidatableResponse answer(TestRoom room, TestPlayer player, String id, String how, Object given) {
        Map<String, Object> body = new HashMap<>(Map.of("id", id, "round", 1, "elapsed", 100));
        body.put(how, given);
        return player.asks()
                .body(body)
                .post("/v1/matches/" + room.match() + "/answers")
                .then();
    }

    private static ValidatableResponse view(TestRoom room, TestPlayer player) {
        return player.asks().get("/v1/matches/" + room.match()).then().statusCode(200);
    }
}
