package app.vstrivia.api.publication;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms that play a published quiz. */
@ApiTest
class QuizMatchTest {
    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    /** @param version null for what everybody sees */
    private static Response open(TestPlayer host, TestQuiz quiz, Integer version) {
        Map<String, Object> choice = new HashMap<>(Map.of("quizId", quiz.id(), "pace", "fast"));
        if (version != null) {
            choice.put("version", version);
        }
        return host.asks().body(Map.of("quiz", choice)).post("/v1/rooms");
    }

    private static TestRoom room(TestPlayer host, Response opened) {
        JsonPath room = opened.then().statusCode(201).extract().jsonPath();
        return new TestRoom(host, room.getString("matchId"), room.getString("pin"));
    }

    private List<Row> rounds(TestRoom room) {
        List<Row> rounds = new ArrayList<>();
        pool.preparedQuery("SELECT * FROM match_round WHERE match_id = ? ORDER BY round_no")
                .execute(Values.of(UuidV7.parse(room.match())))
                .await()
                .indefinitely()
                .forEach(rounds::add);
        return rounds;
    }

    private static List<String> texts(List<Row> rounds) {
        return rounds.stream().map(round -> round.getString("text")).toList();
    }

    private static UUID question(Row round) {
        return UuidV7.fromBuffer(round.getBuffer("question_id"));
    }

    @Test
    void anybodyPlaysWhatEverybodySeesAndTheRoomKeepsThatVersion() {
        TestQuiz quiz = TestPublications.illustrated(
                ada, TestPublications.approvedPicture(ada), TestPublications.approvedPicture(ada));
        TestPublications.published(quiz, 1);
        TestPlayer host = TestPlayer.register("Hostess");

        Response opened = open(host, quiz, null);
        quiz.save(ada, quiz.tag(), TestQuiz.body("Plants", TestQuiz.single("Two?")));
        TestPublications.published(quiz, 2);
        ada.asks().delete(quiz.path() + "/current").then().statusCode(204);
        TestRoom room = room(host, opened);
        TestPlayer player = room.joinedBy("First");
        room.hostAsks("start").statusCode(204);

        opened.then().body("quiz.quizId", equalTo(quiz.id())).body("quiz.version", equalTo(1));
        player.asks()
                .get("/v1/matches/" + room.match())
                .then()
                .body("rounds", equalTo(8))
                .body("quiz.quizId", equalTo(quiz.id()))
                .body("quiz.version", equalTo(1));
        List<Row> rounds = rounds(room);
        assertEquals(
                List.of("One?", "All?", "So?", "How many?", "In which order?", "Who?", "And you?", "What is that?"),
                texts(rounds));
        assertEquals(
                List.of(20_000, 20_000, 10_000, 20_000, 20_000, 20_000, 20_000, 20_000),
                rounds.stream().map(round -> round.getInteger("limit_ms")).toList());
        assertEquals("Animals", rounds.get(0).getString("category"));
        assertEquals("[\"yes\",\"no\"]", rounds.get(0).getString("choices"));
        assertEquals(1, rounds.get(0).getInteger("correct"));
        assertEquals("Both.", rounds.get(1).getString("explanation"));
        assertEquals("{\"value\":\"7\",\"tolerance\":\"0.5\"}", rounds.get(3).getString("solution"));
        assertEquals("Anon", rounds.get(6).getString("attribution"));
        assertNull(rounds.get(6).getString("media"));
        JsonPath picture = new JsonPath(rounds.get(7).getString("media"));
        assertEquals("picture", picture.getString("kind"));
        TestPublications.fetch(picture.getString("files[0].url")).then().statusCode(200);
        assertTrue(tables.lastEvent(room.stream()).contains("\"rounds\":8"));
    }

    @Test
    void otherVersionsAreForThoseWhoWorkOnTheQuiz() {
        TestQuiz quiz = TestQuiz.of(ada, "One", TestQuiz.single("One?"));
        TestPublications.published(quiz, 1);
        quiz.save(ada, quiz.tag(), TestQuiz.body("Two", TestQuiz.single("Two?")));
        TestPublications.published(quiz, 2);
        TestPlayer stranger = TestPlayer.with("author");
        TestPlayer viewer = quiz.sharedWith(TestPlayer.with("author"), "viewer");
        TestPlayer guest = quiz.sharedWith(TestPlayer.register("No author"), "viewer");

        open(stranger, quiz, 2).then().statusCode(201);
        open(stranger, quiz, 1).then().statusCode(404).body("code", equalTo("not-found"));
        open(guest, quiz, 1).then().statusCode(404);
        open(viewer, quiz, 7).then().statusCode(404);
        TestRoom room = room(viewer, open(viewer, quiz, 1));
        ada.asks().delete(quiz.path() + "/current").then().statusCode(204);
        open(stranger, quiz, null).then().statusCode(404);
        open(stranger, quiz, 2).then().statusCode(404);
        open(ada, quiz, 2).then().statusCode(201).body("quiz.version", equalTo(2));

        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);
        assertEquals(List.of("One?"), texts(rounds(room)));
    }

    @Test
    void aRoomPlaysEitherAQuizOrWhatIsDrawn() {
        TestQuiz quiz = TestQuiz.of(ada, "One", TestQuiz.single("One?"));

        ada.asks()
                .body(Map.of("settings", Map.of("count", 3), "quiz", Map.of("quizId", quiz.id())))
                .post("/v1/rooms")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations[0].field", equalTo("quiz"));
        ada.asks()
                .body(Map.of("quiz", Map.of("version", 0)))
                .post("/v1/rooms")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"));
        ada.asks()
                .body(Map.of("quiz", Map.of("quizId", UUID.randomUUID())))
                .post("/v1/rooms")
                .then()
                .statusCode(404);
        TestRoom drawn = TestRoom.open(ada);
        ada.asks().body(Map.of("pin", drawn.pin())).post("/v1/rooms/join");
        ada.asks().get("/v1/matches/" + drawn.match()).then().body("quiz", nullValue());
    }

    /** Items are named by their authors: what is only named like a question of the bank must not count for it. */
    @Test
    void questionsOfTheBankKeepTheirIdsAndThoseOfAnAuthorHaveOthers() {
        List<UUID> bank = TestQuiz.bank("zq", "Is it quoted?", "Is it borrowed?");
        Map<String, Object> borrowed = TestQuiz.single("Mine?");
        borrowed.put("itemId", bank.get(1));
        TestQuiz quiz = TestQuiz.of(ada, "Both", TestQuiz.quoted(bank.get(0)), borrowed);
        TestPublications.published(quiz, 1);
        TestRoom room = room(ada, open(ada, quiz, null));
        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);

        List<Row> rounds = rounds(room);
        assertEquals(List.of("Is it quoted?", "Mine?"), texts(rounds));
        assertEquals(bank.get(0), question(rounds.get(0)));
        assertNotEquals(bank.get(1), question(rounds.get(1)));
        assertEquals(3, question(rounds.get(1)).version());
    }

    @Test
    void whereTheQuizSaysSoEachMatchHasItsOwnOrders() {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            items.add(TestQuiz.single("Question " + i + "?"));
        }
        Map<String, Object> body = TestQuiz.body("Mixed", items.toArray());
        body.put("settings", Map.of("shuffleQuestions", true, "shuffleChoices", true, "scoring", "accuracy"));
        Response created = ada.asks().body(body).post("/v1/quizzes");
        TestQuiz quiz = new TestQuiz(ada, created.path("quizId"), created.header("ETag"));
        TestPublications.published(quiz, 1);
        TestRoom room = room(ada, open(ada, quiz, null));
        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);

        List<Row> rounds = rounds(room);
        assertEquals(60, rounds.size());
        assertEquals(60, new HashSet<>(texts(rounds)).size());
        assertNotEquals(
                "Question 0?,Question 1?,Question 2?",
                String.join(",", texts(rounds).subList(0, 3)));
        Set<Integer> right = new HashSet<>();
        rounds.forEach(round -> right.add(round.getInteger("correct")));
        assertEquals(Set.of(1, 2), right);
        assertEquals(60 * 24, tables.match(room.match()).getBuffer("asked").length());
        assertEquals("accuracy", tables.match(room.match()).getString("scoring"));
    }
}
