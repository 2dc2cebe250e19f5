package app.vstrivia.realtime.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.TestSocket;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LargeRoomTest extends Fixture {
    private static final Logger LOG = Logger.getLogger(LargeRoomTest.class);
    private static final int LARGE = 10_000;

    @Inject
    Pool pool;

    @Inject
    StreamLog log;

    @Test
    void whoIsNotListedKnowsTheOwnRank() {
        PlayerId ada = matches.player();
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada);
        matches.makeRoom(match);
        List<PlayerId> crowd = matches.addCrowd(match, 5_000);
        matches.execute(
                "UPDATE match_player SET score = 500, answer_ms = 7 WHERE match_id = ? AND player_id = ?",
                Values.of(match, ada));
        // 3,000 are better, 500 of them by their time alone; 200 share the place.
        rescore(match, crowd.subList(0, 2_500), 700, 9);
        rescore(match, crowd.subList(2_500, 3_000), 500, 6);
        rescore(match, crowd.subList(3_000, 3_200), 500, 7);

        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match))) {
            JsonNode snapshot = snapshotOf(a, match);

            assertEquals(3_001, snapshot.at("/data/you/rank").asInt());
            assertEquals(500, snapshot.at("/data/you/score").asInt());
            assertEquals(5_001, snapshot.at("/data/playerCount").asInt());
            assertEquals(100, snapshot.at("/data/players").size());
            assertEquals(1, snapshot.at("/data/players/99/rank").asInt());
        }
    }

    @Test
    void tenThousandAnswersAreScoredAndEverybodyIsToldTheOwnResult() {
        PlayerId ada = matches.player();
        MatchId match = matches.duel(2, Pace.BLITZ, 60_000, ada);
        matches.makeRoom(match);
        List<PlayerId> crowd = matches.addCrowd(match, LARGE - 1);
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match))) {
            snapshotOf(a, match);
            start(match);
            for (int round = 1; round <= 2; round++) {
                a.awaitEvent("round-opened");
                long allInAt = answer(match, round, crowd.subList(0, 9_000));
                a.send(answer("a" + round, match, round, 1, 400));
                a.awaitType("ack");
                JsonNode sealed = a.awaitEvent("round-sealed");
                long sealedAt = System.currentTimeMillis();
                JsonNode revealed = a.awaitEvent("round-revealed");
                JsonNode result = a.awaitType("result");
                LOG.infof(
                        "round %d: sealed %d ms after the last answer, own result %d ms later",
                        round, sealedAt - allInAt, System.currentTimeMillis() - sealedAt);

                assertEquals(9_001, sealed.at("/data/answers").asInt());
                assertEquals("[4500,4501,0,0]", revealed.at("/data/counts").toString());
                assertEquals(10, revealed.at("/data/standings").size());
                // How much depends on how long the others took to answer before.
                assertEquals(scored(match, ada), result.path("score").asInt());
                assertEquals(1, result.path("rank").asInt());
            }
        }
        Row sums = matches.row(
                "SELECT SUM(p.score), SUM(p.last_points), SUM(p.answer_ms),"
                        + " (SELECT SUM(points) FROM answer WHERE match_id = p.match_id),"
                        + " (SELECT SUM(points) FROM answer WHERE match_id = p.match_id AND round_no = 2),"
                        + " (SELECT SUM(elapsed_ms) FROM answer WHERE match_id = p.match_id)"
                        + " FROM match_player p WHERE p.match_id = ? GROUP BY p.match_id",
                Values.of(match));
        assertEquals(sums.getLong(3), sums.getLong(0));
        assertEquals(sums.getLong(4), sums.getLong(1));
        assertEquals(sums.getLong(5) + 2 * 999L * Pace.BLITZ.answerMs(), sums.getLong(2));
    }

    private int scored(MatchId match, PlayerId player) {
        return matches.row(
                        "SELECT SUM(points) FROM answer WHERE match_id = ? AND player_id = ?", Values.of(match, player))
                .getInteger(0);
    }

    @Test
    void whoLeftALargeRoomReadsNoMore() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada, bob);
        matches.makeRoom(match);
        matches.addCrowd(match, 200);
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match));
                TestSocket b = TestSocket.open(socket, bob).hello().send(join(match))) {
            snapshotOf(b, match);
            JsonNode first = snapshotOf(a, match);
            matches.execute(
                    "UPDATE match_player SET status = 'left' WHERE match_id = ? AND player_id = ?",
                    Values.of(match, ada));
            pool.withTransaction(transaction -> log.append(
                            transaction, List.of(new NewEvent(StreamId.of(ada), new PlayerEvent.MatchLeft(match)))))
                    .await()
                    .indefinitely();

            a.awaitEvent("match-left");

            assertEquals("forbidden", a.awaitType("error").path("code").asText());
            a.send("{'type':'resume','stream':'match:" + match + "','epoch':" + first.path("epoch") + ",'seq':0}");
            assertEquals("not-found", a.awaitType("error").path("code").asText());
            // The newest figure counts; one from before may come first.
            b.await(frame -> frame.path("type").asText().equals("presence")
                    && frame.path("players").asInt() == 201);
        }
        try (TestSocket again = TestSocket.open(socket, ada).hello().send(join(match))) {
            assertEquals("not-found", again.awaitType("error").path("code").asText());
        }
    }

    @Test
    void readersAreToldHowManyHaveAnswered() throws Exception {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        MatchId match = matches.duel(1, Pace.BLITZ, 600_000, ada, bob, matches.player());
        try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match));
                TestSocket b = TestSocket.open(socket, bob).hello().send(join(match))) {
            snapshotOf(a, match);
            snapshotOf(b, match);
            start(match);
            b.awaitEvent("round-opened");
            a.awaitEvent("round-opened");

            a.send(answer("a", match, 1, 1, 100));

            JsonNode progress = b.awaitType("progress");
            assertEquals(1, progress.path("answered").asInt());
            assertEquals(3, progress.path("players").asInt());
            assertEquals(1, progress.path("round").asInt());
            b.awaitEvent("round-sealed");
            b.awaitEvent("finished");
            List<String> kinds = b.frames().stream()
                    .map(frame ->
                            frame.path("type").asText() + frame.path("kind").asText())
                    .toList();
            assertTrue(kinds.lastIndexOf("progress") < kinds.indexOf("eventround-sealed"), kinds.toString());
        }
    }

    @Test
    void whoComesBackAfterTheRevealGetsTheOwnResult() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada, bob);
        try (TestSocket b = TestSocket.open(socket, bob).hello().send(join(match))) {
            JsonNode opened;
            try (TestSocket a = TestSocket.open(socket, ada).hello().send(join(match))) {
                snapshotOf(a, match);
                snapshotOf(b, match);
                start(match);
                opened = a.awaitEvent("round-opened");
                b.awaitEvent("round-opened");
                a.send(answer("a", match, 1, 1, 300));
                a.awaitType("ack");
            }
            b.send(answer("b", match, 1, 2, 300));
            b.awaitType("result");
            for (String wanted : List.of(
                    "{'type':'hello','resume':[{'stream':'match:" + match + "','epoch':" + opened.path("epoch")
                            + ",'seq':" + opened.path("seq") + "}]}",
                    "{'type':'hello'}")) {
                try (TestSocket again = TestSocket.open(socket, ada).send(wanted)) {
                    again.awaitType("resumed");
                    if (!wanted.contains("resume")) {
                        again.send(join(match));
                    }
                    JsonNode result = again.frames().stream()
                            .filter(frame -> frame.path("type").asText().equals("result"))
                            .findFirst()
                            .orElseGet(() -> again.awaitType("result"));

                    assertEquals(1_000, result.path("points").asInt());
                    assertEquals(1_000, result.path("score").asInt());
                    assertEquals(1, result.path("rank").asInt());
                    assertTrue(result.path("correct").asBoolean());
                    assertEquals("[1]", result.at("/answer/choices").toString());
                }
            }
        }
    }

    /** The sweep of overdue matches notices within two seconds. */
    private void start(MatchId match) {
        matches.execute("UPDATE live_match SET phase_ends_at = NOW(6) WHERE id = ?", Values.of(match));
    }

    private void rescore(MatchId match, List<PlayerId> players, int score, int answerMs) {
        for (int from = 0; from < players.size(); from += 1_000) {
            List<PlayerId> some = players.subList(from, Math.min(players.size(), from + 1_000));
            Tuple values = Values.of(score, answerMs, match);
            some.forEach(player -> values.addBuffer(player.toBuffer()));
            matches.execute(
                    "UPDATE match_player SET score = ?, answer_ms = ? WHERE match_id = ? AND player_id IN ("
                            + Values.marks(some.size()) + ")",
                    values);
        }
    }

    /** Half of them take w, the others x, all after one second and some; returns when they were in. */
    private long answer(MatchId match, int round, List<PlayerId> players) {
        for (int from = 0; from < players.size(); from += 1_000) {
            Tuple values = Tuple.tuple();
            List<PlayerId> some = players.subList(from, Math.min(players.size(), from + 1_000));
            for (int i = 0; i < some.size(); i++) {
                values.addBuffer(match.toBuffer())
                        .addInteger(round)
                        .addBuffer(some.get(i).toBuffer())
                        .addInteger(1 + i % 2)
                        .addInteger(4_000 + i);
            }
            matches.execute(
                    "INSERT INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms, received_at)"
                            + " VALUES " + Values.rows("(?, ?, ?, 'x', ?, ?, NOW(6))", some.size()),
                    values);
        }
        return System.currentTimeMillis();
    }

    private static JsonNode snapshotOf(TestSocket reader, MatchId match) {
        return reader.await(frame -> frame.path("type").asText().equals("snapshot")
                && frame.path("stream").asText().equals("match:" + match));
    }
}
