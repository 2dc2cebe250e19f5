package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.OpenRound;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnswerTest extends Fixture {

    @Test
    void anAnswerSentAgainUnderItsIdIsStoredOnceAndAcknowledgedTwice() {
        PlayerId ada = matches.player();
        try (OpenRound round = openRound(1, Pace.BLITZ, List.of(ada), matches.player())) {
            TestSocket a = round.socket(0);
            MatchId match = round.match();

            a.send(answer("same", match, 1, 1, 100)).send(answer("same", match, 1, 1, 100));

            assertEquals("stored", a.awaitType("ack").path("status").asText());
            assertEquals("stored", a.awaitType("ack").path("status").asText());
            assertEquals(1, answersOf(match, ada));
        }
    }

    @Test
    void theFirstAnswerStandsAgainstASecondOne() {
        PlayerId ada = matches.player();
        try (OpenRound round = openRound(1, Pace.BLITZ, List.of(ada), matches.player())) {
            TestSocket a = round.socket(0);
            MatchId match = round.match();
            a.send(answer("first", match, 1, 2, 100));
            a.awaitType("ack");

            a.send(answer("second", match, 1, 1, 100));

            JsonNode ack = a.awaitType("ack");
            assertEquals("duplicate", ack.path("status").asText());
            assertEquals("[2]", ack.at("/answer/choices").toString());
        }
    }

    @Test
    void anAnswerBeforeTheOpeningIsRefusedAndDoesNotCountLater() {
        PlayerId ada = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            MatchId match = matches.duel(2, Pace.STANDARD, 500, ada);
            a.send(join(match));
            a.awaitEvent("round-announced");

            a.send(answer("early", match, 1, 1, 0));

            JsonNode ack = a.awaitType("ack");
            assertEquals("refused", ack.path("status").asText());
            assertEquals("not-open", ack.path("code").asText());
            a.awaitEvent("round-opened");
            a.send(answer("real", match, 1, 1, 0));
            assertEquals("stored", a.awaitType("ack").path("status").asText());
        }
    }

    @Test
    void anAnswerToASealedRoundIsLateAndDoesNotCountForTheNextOne() {
        PlayerId ada = matches.player();
        try (OpenRound round = openRound(2, Pace.BLITZ, List.of(ada, matches.player()))) {
            TestSocket a = round.socket(0);
            TestSocket b = round.socket(1);
            MatchId match = round.match();
            a.send(answer("a1", match, 1, 1, 100));
            b.send(answer("b1", match, 1, 1, 100));
            a.awaitEvent("round-sealed");

            TestSocket late = a.send(answer("tap", match, 1, 3, 100));

            late.awaitEvent("round-opened");
            a.send(answer("a2", match, 2, 1, 100));
            a.await(frame -> frame.path("id").asText().equals("a2")
                    && frame.path("status").asText().equals("stored"));
            assertEquals(2, answersOf(match, ada));
        }
    }

    @Test
    void aLostAcknowledgementIsGivenAgainAfterTheSeal() {
        PlayerId ada = matches.player();
        MatchId match;
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            match = matches.duel(1, Pace.BLITZ, 300, ada);
            a.send(join(match));
            a.awaitEvent("round-opened");
            a.send(answer("a1", match, 1, 1, 100));
            a.awaitEvent("round-revealed");
        }
        try (TestSocket again = TestSocket.open(socket, ada).hello().send(join(match))) {
            JsonNode current = again.awaitType("snapshot").at("/data/current");
            if (current.isObject()) { // else the match is over already
                assertEquals("[0,1,0,0]", current.path("counts").toString());
            }

            again.send(answer("a1", match, 1, 1, 100));

            assertEquals("stored", again.awaitType("ack").path("status").asText());
        }
    }

    @Test
    void aChoiceThatIsNotOfferedOrOneTooManyIsRefused() {
        PlayerId ada = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            MatchId match = matches.duel(1, Pace.BLITZ, 300, ada, matches.player());
            a.send(join(match));
            a.awaitEvent("round-opened");

            a.send(answer("a", match, 1, 4, 100));
            a.send("{'type':'answer','id':'b','match':'" + match + "','round':1,'choices':[0,1],'elapsed':5}");

            assertEquals("bad-choice", a.awaitType("ack").path("code").asText());
            assertEquals("bad-choice", a.awaitType("ack").path("code").asText());
            assertEquals(0, answersOf(match, ada));
        }
    }

    @Test
    void aClientThatDelaysItsEchoesGainsNoMoreThanTheCredit() throws InterruptedException {
        PlayerId ada = matches.player();
        MatchId match = matches.duel(1, Pace.BLITZ, 3_000, ada, matches.player());
        try (TestSocket a =
                TestSocket.openWithSlowEchoes(socket, ada, 1_500).hello().send(join(match))) {
            a.awaitEvent("round-opened");
            long thinking = 1_000;
            Thread.sleep(thinking);

            a.send(answer("cheat", match, 1, 1, 0));

            int counted = a.awaitType("ack").at("/answer/elapsed").asInt();
            assertTrue(counted >= thinking - 150 && counted <= thinking + 500, "counted " + counted);
        }
    }

    @Test
    void whoHasLeftOrHasNoSocketIsNotWaitedFor() {
        List<PlayerId> seated = List.of(matches.player(), matches.player());
        try (OpenRound round = openRound(1, Pace.STANDARD, seated, matches.player())) {
            TestSocket a = round.socket(0);
            round.socket(1).abort();

            a.send(answer("a", round.match(), 1, 1, 100));

            JsonNode sealed = a.awaitEvent("round-sealed");
            assertEquals(1, sealed.at("/data/answers").asInt());
        }
    }

    @Test
    void whoComesBackAtOnceIsStillWaitedFor() {
        PlayerId bob = matches.player();
        try (OpenRound round = openRound(1, Pace.STANDARD, List.of(matches.player(), bob))) {
            TestSocket a = round.socket(0);
            MatchId match = round.match();
            round.socket(1).abort();
            a.send(answer("a", match, 1, 1, 100)).awaitType("ack");

            try (TestSocket again = TestSocket.open(socket, bob).hello()) {
                again.send(join(match)).awaitType("snapshot");
                again.send(answer("b", match, 1, 1, 100));

                assertEquals("stored", again.awaitType("ack").path("status").asText());
                assertEquals(2, a.awaitEvent("round-sealed").at("/data/answers").asInt());
            }
        }
    }

    @Test
    void aBotIsGivenTheTimeThatItTakes() {
        PlayerId ada = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            MatchId match = matches.duel(1, Pace.BLITZ, 300, ada);
            matches.add(match, PlayerId.next(), 3);
            a.send(join(match));
            a.awaitEvent("round-opened");

            a.send(answer("a", match, 1, 1, 100));

            assertEquals(2, a.awaitEvent("round-sealed").at("/data/answers").asInt());
            JsonNode counts = a.awaitEvent("round-revealed").at("/data/counts");
            int all = 0;
            for (JsonNode count : counts) {
                all += count.asInt();
            }
            assertEquals(2, all);
            assertEquals(2, a.awaitEvent("finished").at("/data/standings").size());
        }
    }

    private int answersOf(MatchId match, PlayerId player) {
        return matches.row("SELECT COUNT(*) FROM answer WHERE match_id = ? AND player_id = ?", Values.of(match, player))
                .getInteger(0);
    }
}
