package app.vstrivia.realtime.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConversationTest extends Fixture {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json at all | malformed",
                "[] | malformed",
                "null | malformed",
                "{} | malformed",
                "{'type':'shout'} | unknown-type",
                "{'type':'hello'} | out-of-phase",
                "{'type':'join','id':'j'} | malformed",
                "{'type':'join','id':'j','match':'1-1-1-1-1'} | malformed",
                "{'type':'answer','id':'x','match':'018f0000-0000-7000-8000-000000000000','round':1,'choices':[],'elapsed':1} | malformed",
                "{'type':'answer','id':'x','match':'018f0000-0000-7000-8000-000000000000','round':1,'choices':['0'],'elapsed':1} | malformed",
                "{'type':'answer','id':'x','match':'018f0000-0000-7000-8000-000000000000','round':1,'choices':[0],'elapsed':-1} | malformed",
                "{'type':'answer','id':'x','match':'018f0000-0000-7000-8000-000000000000','round':1,'choices':[0],'elapsed':1} | out-of-phase",
                "{'type':'join','id':'j','match':'018f0000-0000-7000-8000-000000000000'} | not-found",
                "{'type':'resume','stream':'match:018f0000-0000-7000-8000-000000000000','epoch':1,'seq':0} | not-found",
                "{'type':'resume','stream':'player:018f0000-0000-7000-8000-000000000000','epoch':1,'seq':0} | not-found",
            })
    void whatMakesNoSenseGetsAnErrorAndTheSocketStaysOpen(String message, String code) {
        try (TestSocket a = TestSocket.open(socket, matches.player()).hello()) {
            a.send(message);

            assertEquals(code, a.awaitType("error").path("code").asText());
            a.send("{'type':'heartbeat','sent':42}");
            assertEquals(42, a.awaitType("heartbeat").path("sent").asInt());
        }
    }

    @Test
    void aMessageThatIsTooLargeGetsAnError() {
        try (TestSocket a = TestSocket.open(socket, matches.player()).hello()) {
            a.send("{'type':'heartbeat','padding':'" + "x".repeat(Conversation.MAX_LENGTH) + "'}");

            assertEquals("too-large", a.awaitType("error").path("code").asText());
        }
    }

    @Test
    void nothingIsTakenBeforeHello() {
        try (TestSocket a = TestSocket.open(socket, matches.player())) {
            a.send("{'type':'join','id':'j7','match':'" + MatchId.next() + "'}");

            var error = a.awaitType("error");
            assertEquals("out-of-phase", error.path("code").asText());
            assertEquals("j7", error.path("id").asText());
        }
    }

    @Test
    void whoRepeatsNonsenseIsPutOut() {
        try (TestSocket a = TestSocket.open(socket, matches.player()).hello()) {
            for (int i = 0; i < 30; i++) {
                a.sendIfOpen("nonsense");
            }

            assertEquals(4400, a.awaitClose());
        }
    }

    @Test
    void whoFloodsIsSlowedDownThenPutOut() {
        try (TestSocket a = TestSocket.open(socket, matches.player()).hello()) {
            for (int i = 0; i < 200; i++) {
                a.sendIfOpen("{'type':'heartbeat'}");
            }

            assertEquals(4429, a.awaitClose());
            assertTrue(a.frames().stream()
                    .anyMatch(frame -> frame.path("code").asText().equals("too-many")));
        }
    }

    @Test
    void withoutAGoodTokenNobodyComesIn() {
        PlayerId ada = matches.player();
        String expired = Issuer.token(ada.toString(), "d", Duration.ofMinutes(-10));
        String good = Issuer.token(ada.toString());
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "A".repeat(86);

        for (String token : new String[] {"nonsense", expired, forged}) {
            assertThrows(CompletionException.class, () -> TestSocket.openWithToken(socket, ada, token));
        }
    }

    @Test
    void aTokenThatBelongsToNoDeviceIsPutOut() {
        PlayerId ada = matches.player();
        String operators = Issuer.token(ada.toString(), null, Duration.ofMinutes(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, operators)) {
            assertEquals(4403, a.awaitClose());
        }
    }

    @Test
    void aNewerSocketOfTheSameDeviceTakesOver() {
        PlayerId ada = matches.player();
        try (TestSocket older = TestSocket.open(socket, ada).hello();
                TestSocket newer = TestSocket.open(socket, ada).hello()) {
            assertEquals(4409, older.awaitClose());
            newer.send("{'type':'heartbeat'}").awaitType("heartbeat");
        }
    }

    @Test
    void theOlderSocketGoesOnUntilTheNewerOneHasEverything() {
        PlayerId ada = matches.player();
        try (TestSocket older = TestSocket.open(socket, ada).hello();
                TestSocket newer = TestSocket.open(socket, ada)) {
            older.send("{'type':'ping','body':'still here'}").awaitType("pong");
            newer.send("{'type':'hello'}").awaitType("resumed");
            assertEquals(4409, older.awaitClose());
        }
    }

    @Test
    void ofSocketsThatHaveNotSaidHelloADeviceHasOne() {
        PlayerId ada = matches.player();
        try (TestSocket first = TestSocket.open(socket, ada);
                TestSocket second = TestSocket.open(socket, ada)) {
            // the service may come to know of them in either order
            await().atMost(PATIENCE).until(() -> first.isClosed() || second.isClosed());
            TestSocket gone = first.isClosed() ? first : second;
            assertEquals(4505, gone.awaitClose());
            (gone == first ? second : first).hello();
        }
    }

    @Test
    void whoConnectsIsToldOfTheMatchesThatWait() {
        PlayerId ada = matches.player();
        MatchId match = matches.duel(1, Pace.BLITZ, 60_000, ada);
        try (TestSocket a = TestSocket.open(socket, ada).send("{'type':'hello'}")) {
            var snapshot = a.awaitType("snapshot");

            assertEquals("player:" + ada, snapshot.path("stream").asText());
            assertEquals(match.toString(), snapshot.at("/data/matches/0/match").asText());
        }
    }

    @Test
    void aStrangerCannotReadAMatch() {
        MatchId match = matches.duel(1, Pace.BLITZ, 5_000, matches.player());
        try (TestSocket stranger = TestSocket.open(socket, matches.player()).hello()) {
            stranger.send(join(match));

            assertEquals("not-found", stranger.awaitType("error").path("code").asText());
            assertTrue(stranger.frames().stream()
                    .noneMatch(frame -> frame.toString().contains(match.toString())));
        }
    }
}
