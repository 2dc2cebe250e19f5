package app.vstrivia.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Matches;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A match with a question of each type, over real sockets. */
@QuarkusTest
class AllTypesTest extends Fixture {
    private static final Pattern SECRETS =
            Pattern.compile("42\\.195|tolerance|Zürich|Turicum|accepted|solution|correct|" + Matches.SECRET);

    /**
     * A round.
     *
     * @param bad an answer that is refused, for whatever reason
     * @param refusal the code that says so
     * @param counts as the reveal has them, when {@code right} and {@code wrong} were given
     */
    private record Played(
            String type,
            String choices,
            int correct,
            String slider,
            String solution,
            String right,
            String wrong,
            String bad,
            String refusal,
            String counts) {}

    private static final List<Played> ROUNDS = List.of(
            choices("single", 2, "[1]", "[0]", "[1,1,0,0]"),
            choices("multiple", 6, "[1,2]", "[0]", "[1,1,1,0]"),
            new Played(
                    "boolean",
                    "[\"True\",\"False\"]",
                    1,
                    null,
                    null,
                    "'choices':[0]",
                    "'choices':[1]",
                    "'choices':[2]",
                    "bad-choice",
                    "[1,1]"),
            new Played(
                    "numeric",
                    "[]",
                    0,
                    "{\"min\":\"0\",\"max\":\"100\",\"step\":\"0.5\"}",
                    "{\"value\":\"42.195\",\"tolerance\":\"0.5\"}",
                    "'value':'42.5'",
                    "'value':'50'",
                    "'value':'100.5'",
                    "bad-answer",
                    "[0,1,1]"),
            new Played(
                    "ordering",
                    "[\"b\",\"c\",\"a\"]",
                    0,
                    null,
                    "{\"order\":[2,0,1]}",
                    "'order':[2,0,1]",
                    "'order':[2,1,0]",
                    "'order':[1,0]",
                    "bad-answer",
                    "[2,1,1]"),
            new Played(
                    "text",
                    "[]",
                    0,
                    null,
                    "{\"accepted\":[\"Zürich\",\"Turicum\"]}",
                    "'text':' zurich! '",
                    "'text':'Bern'",
                    "'choices':[0]",
                    "bad-answer",
                    "[1,0]"),
            new Played(
                    "poll",
                    "[\"often\",\"never\"]",
                    0,
                    null,
                    null,
                    "'choices':[0]",
                    "'choices':[1]",
                    "'choices':[0,1]",
                    "bad-choice",
                    "[1,1]"));

    private static Played choices(String type, int correct, String right, String wrong, String counts) {
        return new Played(
                type,
                "[\"w\",\"x\",\"y\",\"z\"]",
                correct,
                null,
                null,
                "'choices':" + right,
                "'choices':" + wrong,
                "'text':'x'",
                "bad-answer",
                counts);
    }

    @Test
    void aMatchPlaysAQuestionOfEachType() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello();
                TestSocket b = TestSocket.open(socket, bob).hello()) {
            MatchId match = matches.duel(ROUNDS.size(), Pace.BLITZ, 1_500, ada, bob);
            for (int i = 0; i < ROUNDS.size(); i++) {
                Played round = ROUNDS.get(i);
                matches.retype(
                        match, i + 1, round.type(), round.choices(), round.correct(), round.slider(), round.solution());
            }
            a.send(join(match));
            b.send(join(match));
            for (int i = 0; i < ROUNDS.size(); i++) {
                play(a, b, match, i + 1, ROUNDS.get(i));
            }
            JsonNode finished = a.awaitEvent("finished");
            b.awaitEvent("finished");

            assertEquals(
                    "{\"value\":\"42.195\",\"tolerance\":\"0.5\"}",
                    finished.at("/data/lineup/3/solution").toString());
            AsyncApi document = AsyncApi.read();
            for (TestSocket reader : List.of(a, b)) {
                reader.frames()
                        .forEach(frame -> assertEquals(
                                List.of(),
                                document.violations(
                                        AsyncApi.pointerTo(
                                                "server-" + frame.path("type").asText()),
                                        frame),
                                frame::toString));
            }
            nothingTellsASolutionBeforeItsReveal(b);
        }
    }

    private static void play(TestSocket a, TestSocket b, MatchId match, int number, Played round) {
        assertEquals(
                round.type(),
                a.awaitEvent("round-announced").at("/data/questionType").asText());
        JsonNode opened = a.awaitEvent("round-opened").path("data");
        b.awaitEvent("round-opened");
        assertEquals(round.choices(), opened.path("choices").toString());
        assertEquals(
                round.slider() == null ? "" : round.slider(),
                opened.path("slider").toString());
        assertEquals(
                round.type().equals("text") ? 200 : 0, opened.path("maxLength").asInt());

        a.send(answer("a" + number, match, number, round.right()));
        assertEquals("stored", a.awaitType("ack").path("status").asText());
        b.send(join(match));
        JsonNode current = b.awaitType("snapshot").at("/data/current");
        assertEquals(round.choices(), current.path("choices").toString());
        b.send(answer("x" + number, match, number, round.bad()));
        assertEquals(round.refusal(), b.awaitType("ack").path("code").asText());
        b.send(answer("b" + number, match, number, round.wrong()));
        JsonNode ack = b.awaitType("ack");
        assertEquals("stored", ack.path("status").asText());
        String name = round.wrong().split("'")[1];
        assertEquals(
                round.wrong().replace('\'', '"'),
                '"' + name + "\":" + ack.path("answer").path(name));

        JsonNode revealed = a.awaitEvent("round-revealed").path("data");
        b.awaitEvent("round-revealed");
        assertEquals(round.counts(), revealed.path("counts").toString(), round.type());
        assertEquals(
                round.solution() == null ? "" : round.solution(),
                revealed.path("solution").toString());
        JsonNode own = a.awaitType("result");
        JsonNode others = b.awaitType("result");
        boolean poll = round.type().equals("poll");
        assertEquals(!poll, own.path("correct").asBoolean());
        assertTrue(poll ? own.path("points").asInt() == 0 : own.path("points").asInt() >= 500, own.toString());
        assertFalse(others.path("correct").asBoolean());
        assertEquals(0, others.path("points").asInt());
    }

    /** As bytes, for each round by itself: a solution that was shown may be told again. */
    private static void nothingTellsASolutionBeforeItsReveal(TestSocket reader) {
        boolean hidden = false;
        int looked = 0;
        for (JsonNode frame : reader.frames()) {
            String kind = frame.path("kind").asText();
            hidden = kind.equals("round-announced") || hidden && !kind.equals("round-revealed");
            // A result tells its player of a round that was revealed, maybe when the next one is there already.
            if (hidden && !frame.path("type").asText().equals("result")) {
                assertFalse(SECRETS.matcher(frame.toString()).find(), frame::toString);
                looked++;
            }
        }
        assertTrue(looked >= 5 * ROUNDS.size(), looked + " frames");
    }

    private static String answer(String id, MatchId match, int round, String given) {
        return "{'type':'answer','id':'" + id + "','match':'" + match + "','round':" + round + "," + given
                + ",'elapsed':100}";
    }
}
