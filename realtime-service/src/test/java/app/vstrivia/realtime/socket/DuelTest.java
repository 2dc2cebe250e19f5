package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Matches;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuelTest extends Fixture {
    @Test
    void twoPlayersPlayAMatchToItsEnd() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello();
                TestSocket b = TestSocket.open(socket, bob).hello()) {
            MatchId match = matches.duel(2, Pace.BLITZ, 400, ada, bob);
            List<TestSocket> both = List.of(a, b);
            both.forEach(player -> player.send(join(match)));
            for (int round = 1; round <= 2; round++) {
                int r = round;
                both.forEach(player -> {
                    assertEquals(
                            r,
                            player.awaitEvent("round-announced")
                                    .at("/data/round")
                                    .asInt());
                    assertEquals(
                            4,
                            player.awaitEvent("round-opened")
                                    .at("/data/choices")
                                    .size());
                });
                a.send(answer("a" + round, match, round, 1, 120));
                b.send(answer("b" + round, match, round, 3, 120));
                both.forEach(player -> assertEquals(
                        "stored", player.awaitType("ack").path("status").asText()));
                both.forEach(player -> {
                    JsonNode revealed = player.awaitEvent("round-revealed");
                    assertEquals("[1]", revealed.at("/data/correct").toString());
                    assertEquals("[0,1,0,1]", revealed.at("/data/counts").toString());
                });
                assertEquals(1000, a.awaitType("result").path("points").asInt());
                assertEquals(0, b.awaitType("result").path("points").asInt());
            }
            JsonNode finished = a.awaitEvent("finished");
            assertEquals("completed", finished.at("/data/reason").asText());
            assertEquals(2000, finished.at("/data/standings/0/score").asInt());
            b.awaitEvent("finished");
            both.forEach(DuelTest::seqsAreDense);
            both.forEach(DuelTest::nothingTellsTheSolutionBeforeItsReveal);
        }
    }

    @Test
    void aRoundWithATimeOfItsOwnIsOpenForThatLong() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello();
                TestSocket b = TestSocket.open(socket, bob).hello()) {
            MatchId match = matches.duel(1, Pace.BLITZ, 400, ada, bob);
            matches.execute("UPDATE match_round SET limit_ms = 45000 WHERE match_id = ?", Values.of(match));
            a.send(join(match));

            assertEquals(
                    45_000, a.awaitEvent("round-announced").at("/data/limit").asInt());
            JsonNode opened = a.awaitEvent("round-opened").path("data");
            assertEquals(
                    45_000,
                    opened.path("closesAt").asLong() - opened.path("openedAt").asLong());
            JsonNode snapshot = b.send(join(match))
                    .await(frame -> frame.path("type").asText().equals("snapshot")
                            && frame.path("stream").asText().startsWith("match:"));
            assertEquals(45_000, snapshot.at("/data/current/limit").asInt());

            a.send(answer("a", match, 1, 1, 120));
            b.send(answer("b", match, 1, 3, 120));
            a.awaitEvent("round-revealed");
        }
    }

    @Test
    void whoHasToBeNamedIsNamedWithTheSolutionAndNotBefore() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello();
                TestSocket b = TestSocket.open(socket, bob).hello()) {
            MatchId match = matches.duel(1, Pace.STANDARD, 1_000, ada, bob);
            matches.credit(match, 1, "CC BY 4.0", "Ann", "Photo: Bob");
            List<TestSocket> both = List.of(a, b);
            both.forEach(player -> player.send(join(match)));
            both.forEach(player -> player.awaitEvent("round-opened"));
            both.forEach(player -> player.send(answer("x", match, 1, 1, 120)));
            String credits = "[\"Ann (CC BY 4.0)\",\"Photo: Bob (CC BY 4.0)\"]";

            JsonNode revealed = b.awaitEvent("round-revealed");

            assertEquals(credits, revealed.at("/data/credits").toString());
            JsonNode snapshot = b.send(join(match))
                    .await(frame -> frame.path("type").asText().equals("snapshot")
                            && frame.path("stream").asText().startsWith("match:"));
            assertEquals(credits, snapshot.at("/data/current/credits").toString());
            b.frames().stream()
                    .takeWhile(frame -> !frame.path("kind").asText().equals("round-revealed"))
                    .forEach(frame -> assertFalse(frame.toString().contains("Photo: Bob"), frame::toString));
        }
    }

    private static void seqsAreDense(TestSocket player) {
        long last = -1;
        for (JsonNode frame : player.frames()) {
            if (frame.path("stream").asText().startsWith("match:")) {
                long seq = frame.path("seq").asLong();
                assertTrue(last < 0 || seq == last + 1, "seq " + seq + " after " + last);
                last = seq;
            }
        }
    }

    private static void nothingTellsTheSolutionBeforeItsReveal(TestSocket player) {
        for (JsonNode frame : player.frames()) {
            boolean reveals = frame.path("kind").asText().matches("round-revealed|finished")
                    || frame.path("type").asText().equals("result");
            boolean tells =
                    frame.toString().contains("correct") || frame.toString().contains(Matches.SECRET);
            assertFalse(tells && !reveals, frame.toString());
        }
    }
}
