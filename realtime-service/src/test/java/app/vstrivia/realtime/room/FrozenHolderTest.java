package app.vstrivia.realtime.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.PlayerAnswer;
import app.vstrivia.model.sql.ConnectionSettings;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.OpenRound;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that froze while it held the row of a match. */
@QuarkusTest
class FrozenHolderTest extends Fixture {
    @Inject
    Pool pool;

    @Inject
    AnswerLedger ledger;

    @Test
    void anAnswerIsRefusedInSecondsAndCountsWhenItIsSentAgain() {
        try (OpenRound round = openRound(1, Pace.STANDARD, List.of(matches.player()), matches.player())) {
            TestSocket a = round.socket(0);
            MatchId match = round.match();
            long began = System.nanoTime();
            SqlConnection frozen = hold(match);
            try {
                a.send(answer("a", match, 1, 1, 100));

                assertEquals("unavailable", a.awaitType("error").path("code").asText());
                long tookMs = (System.nanoTime() - began) / 1_000_000;
                assertTrue(tookMs < 2_000L * ConnectionSettings.LOCK_WAIT_SECONDS, "took " + tookMs + " ms");
            } finally {
                release(frozen);
            }
            a.send(answer("a", match, 1, 1, 100));
            assertEquals("stored", a.awaitType("ack").path("status").asText());
        }
    }

    @Test
    void answersToOtherMatchesDoNotWaitForARowThatIsKnownToBeHeld() {
        try (OpenRound one = openRound(1, Pace.STANDARD, List.of(matches.player()), matches.player());
                OpenRound another = openRound(1, Pace.STANDARD, List.of(matches.player()), matches.player())) {
            TestSocket a = one.socket(0);
            TestSocket b = another.socket(0);
            MatchId held = one.match();
            MatchId other = another.match();
            SqlConnection frozen = hold(held);
            try {
                a.send(answer("a", held, 1, 1, 100));
                a.awaitType("error");

                a.send(answer("a", held, 1, 1, 100));
                b.send(answer("b", other, 1, 1, 100));

                assertEquals("stored", b.awaitType("ack").path("status").asText());
                long refusals = a.frames().stream()
                        .filter(frame -> frame.path("type").asText().equals("error"))
                        .count();
                assertEquals(1, refusals, "the held one waits");
            } finally {
                release(frozen);
            }
        }
    }

    @Test
    void anAnswerThatAnotherReplicaIsStoringIsNotCalledLate() throws InterruptedException {
        PlayerId ada = matches.player();
        try (OpenRound round = openRound(1, Pace.BLITZ, List.of(ada), matches.player())) {
            TestSocket a = round.socket(0);
            MatchId match = round.match();
            SqlConnection other = pool.getConnection().await().indefinitely();
            try {
                other.begin().await().indefinitely();
                other.preparedQuery("SELECT id FROM live_match WHERE id = ? LOCK IN SHARE MODE")
                        .execute(Values.of(match))
                        .await()
                        .indefinitely();
                other.preparedQuery("INSERT INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms,"
                                + " received_at) VALUES (?, 1, ?, 'a', 2, 100, NOW(6))")
                        .execute(Values.of(match, ada))
                        .await()
                        .indefinitely();
                Thread.sleep(Math.max(0, round.closesAt() - System.currentTimeMillis()) + 300);
                a.send(answer("a", match, 1, 1, 100));
                Thread.sleep(300);
                other.query("COMMIT").execute().await().indefinitely();
            } finally {
                other.close().await().indefinitely();
            }

            assertEquals("stored", a.awaitType("ack").path("status").asText());
        }
    }

    private SqlConnection hold(MatchId match) {
        SqlConnection holder = pool.getConnection().await().indefinitely();
        holder.begin().await().indefinitely();
        holder.preparedQuery("SELECT id FROM live_match WHERE id = ? FOR UPDATE")
                .execute(Values.of(match))
                .await()
                .indefinitely();
        return holder;
    }

    private static void release(SqlConnection holder) {
        holder.query("ROLLBACK").execute().await().indefinitely();
        holder.close().await().indefinitely();
    }

    @Test
    void theFailureIsKnownForWhatItIs() {
        PlayerId ada = matches.player();
        MatchId match = matches.duel(1, Pace.STANDARD, 600_000, ada);
        PlayerAnswer answer = new PlayerAnswer(match, 1, ada, "x", 1, 1, 1);

        Throwable failure = assertThrows(Exception.class, () -> pool.withTransaction(
                        holder -> holder.preparedQuery("SELECT id FROM live_match WHERE id = ? FOR UPDATE")
                                .execute(Values.of(match))
                                .chain(() -> ledger.store(List.of(answer)))
                                .chain(stored -> Uni.createFrom().item(stored)))
                .await()
                .indefinitely());

        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        assertTrue(
                ConnectionSettings.lockWaitTimedOut(cause) || ConnectionSettings.lockWaitTimedOut(failure),
                failure.toString());
    }
}
