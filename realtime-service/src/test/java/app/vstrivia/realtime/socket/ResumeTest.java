package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.MatchEvent.PlayerLeft.Why;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.WakeUps;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResumeTest extends Fixture {
    @Inject
    Pool pool;

    @Inject
    StreamLog log;

    @Inject
    WakeUps wakeUps;

    @Test
    void whoComesBackGetsWhatWasMissedAndNothingTwice() {
        PlayerId ada = matches.player();
        MatchId match = quietMatch(ada);
        JsonNode snapshot;
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match))) {
            snapshot = a.awaitType("snapshot");
        }
        append(match, 3);
        try (TestSocket again = TestSocket.open(socket, ada)) {
            again.send(helloFrom(match, snapshot.path("epoch").asLong(), 0));

            again.await(frame -> frame.path("seq").asLong() == 3);
            assertEquals(List.of(1L, 2L, 3L), seqsOf(match, again));
            append(match, 1);
            again.await(frame -> frame.path("seq").asLong() == 4);
            assertEquals(List.of(1L, 2L, 3L, 4L), seqsOf(match, again));
        }
    }

    @Test
    void aLongGapIsReadFromTheDatabase() {
        PlayerId ada = matches.player();
        MatchId match = quietMatch(ada);
        append(match, 700);
        long epoch = epochOf(match);
        try (TestSocket a = TestSocket.open(socket, ada)) {
            a.send(helloFrom(match, epoch, 5));

            a.awaitType("resumed");

            List<Long> seqs = seqsOf(match, a);
            assertEquals(695, seqs.size());
            assertEquals(6, seqs.get(0));
            assertEquals(700, seqs.get(694));
        }
    }

    @Test
    void anotherEpochOrASeqAheadOfTheStreamGetsASnapshot() {
        PlayerId ada = matches.player();
        MatchId match = quietMatch(ada);
        append(match, 2);
        long epoch = epochOf(match);
        for (String hello : List.of(helloFrom(match, epoch + 1, 1), helloFrom(match, epoch, 99))) {
            try (TestSocket a = TestSocket.open(socket, ada)) {
                a.send(hello);

                JsonNode snapshot = a.await(frame -> frame.path("type").asText().equals("snapshot")
                        && frame.path("stream").asText().equals("match:" + match));

                assertEquals(2, snapshot.path("seq").asLong());
                assertEquals(epoch, snapshot.path("epoch").asLong());
            }
        }
    }

    @Test
    void aLostWakeUpCostsASecondAndNoEvent() {
        PlayerId ada = matches.player();
        MatchId match = quietMatch(ada);
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match))) {
            a.awaitType("snapshot");
            long before = System.nanoTime();

            write(new NewEvent(StreamId.of(match), joined()));
            write(new NewEvent(StreamId.of(match), joined()));

            a.awaitEvent("player-joined");
            a.awaitEvent("player-joined");
            assertEquals(List.of(1L, 2L), seqsOf(match, a));
            assertTrue(System.nanoTime() - before < 3_000_000_000L);
        }
    }

    @Test
    void aLostWakeUpOfThePlayersOwnStreamCostsNoMore() {
        PlayerId ada = matches.player();
        try (TestSocket a = TestSocket.open(socket, ada).hello()) {
            long before = System.nanoTime();

            write(new NewEvent(StreamId.of(ada), new PlayerEvent.ExportReady(1)));

            a.awaitEvent("export-ready");
            assertTrue(System.nanoTime() - before < 3_000_000_000L);
        }
    }

    @Test
    void aSecondHeartbeatWithoutProgressIsAnsweredWithWhatIsMissing() {
        PlayerId ada = matches.player();
        MatchId match = quietMatch(ada);
        append(match, 2);
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match))) {
            long epoch = a.await(frame -> frame.path("stream").asText().startsWith("match:"))
                    .path("epoch")
                    .asLong();

            String beat =
                    "{'type':'heartbeat','streams':[{'stream':'match:" + match + "','epoch':" + epoch + ",'seq':0}]}";
            a.send(beat).awaitType("heartbeat");
            assertEquals(List.of(), seqsOf(match, a), "what is on its way is not sent twice");
            a.send(beat);

            a.awaitEvent("player-joined");
            a.awaitEvent("player-joined");
            assertEquals(List.of(1L, 2L), seqsOf(match, a));
        }
    }

    @Test
    void whoIsKickedReadsNoMore() {
        PlayerId ada = matches.player();
        MatchId match = quietMatch(ada, matches.player());
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match))) {
            a.await(frame -> frame.path("stream").asText().startsWith("match:"));
            matches.execute(
                    "UPDATE match_player SET status = 'kicked', session = NULL WHERE player_id = ?", Values.of(ada));

            append(match, new MatchEvent.PlayerLeft(ada, Why.KICKED, 1));

            a.awaitEvent("player-left");
            assertEquals("forbidden", a.awaitType("error").path("code").asText());
            append(match, 1);
            a.send(join(match));
            assertEquals("not-found", a.awaitType("error").path("code").asText());
            assertEquals(List.of(1L), seqsOf(match, a));
        }
    }

    /** A match that does not move by itself. */
    private MatchId quietMatch(PlayerId... players) {
        return matches.duel(1, Pace.STANDARD, 600_000, players);
    }

    private void append(MatchId match, int count) {
        for (int i = 0; i < count; i++) {
            append(match, joined());
        }
    }

    private static MatchEvent joined() {
        return new MatchEvent.PlayerJoined(new MatchEvent.PlayerJoined.Player(PlayerId.next(), "x", false), 2);
    }

    private void append(MatchId match, MatchEvent event) {
        wakeUps.publish(write(new NewEvent(StreamId.of(match), event)));
    }

    /** Writes an event and tells nobody. */
    private List<StreamEvent> write(NewEvent event) {
        return pool.withTransaction(transaction -> log.append(transaction, List.of(event)))
                .await()
                .indefinitely();
    }

    private long epochOf(MatchId match) {
        return matches.row("SELECT epoch FROM stream_head WHERE stream_id = ?", Values.of("match:" + match))
                .getLong(0);
    }

    private static String helloFrom(MatchId match, long epoch, long seq) {
        return "{'type':'hello','resume':[{'stream':'match:" + match + "','epoch':" + epoch + ",'seq':" + seq + "}]}";
    }

    private static List<Long> seqsOf(MatchId match, TestSocket socket) {
        return socket.frames().stream()
                .filter(frame -> frame.path("type").asText().equals("event"))
                .filter(frame -> frame.path("stream").asText().equals("match:" + match))
                .map(frame -> frame.path("seq").asLong())
                .toList();
    }
}
