package app.vstrivia.realtime.match.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** How a match of ten thousand goes from phase to phase; logs how long each step takes. */
@QuarkusTest
class LargeMatchTest extends Fixture {
    private static final Logger LOG = Logger.getLogger(LargeMatchTest.class);
    private static final int PLAYERS = 10_000;
    private static final int MATCHES = 4;

    @Inject
    MatchMover mover;

    @Test
    void theRevealScoresTenThousand() {
        for (int i = 0; i < MATCHES; i++) {
            MatchId match = matches.duel(2, Pace.RELAXED, 600_000, matches.player());
            List<PlayerId> crowd = matches.addCrowd(match, PLAYERS - 1);
            step(match, "announced");
            step(match, "open");
            matches.execute(
                    "INSERT INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms, received_at)"
                            + " SELECT match_id, 1, player_id, 'x', 1 + CRC32(player_id) % 3,"
                            + " CRC32(player_id) % 5000, NOW(6) FROM match_player WHERE match_id = ?",
                    Values.of(match));

            step(match, "revealed");

            Row sums = matches.row(
                    "SELECT SUM(p.score = a.points AND p.last_points = a.points AND p.answer_ms = a.elapsed_ms),"
                            + " SUM(a.correct = (a.choices = 2)), SUM((a.points > 0) = a.correct), SUM(a.correct)"
                            + " FROM match_player p JOIN answer a ON a.match_id = p.match_id"
                            + " AND a.player_id = p.player_id WHERE p.match_id = ?",
                    Values.of(match));
            assertEquals(PLAYERS, sums.getInteger(0));
            assertEquals(PLAYERS, sums.getInteger(1));
            assertEquals(PLAYERS, sums.getInteger(2));
            assertTrue(sums.getInteger(3) > PLAYERS / 4 && sums.getInteger(3) < PLAYERS / 2);
            assertEquals(PLAYERS - 1, crowd.size());
            step(match, "announced");
            matches.execute("UPDATE live_match SET hold = 'end' WHERE id = ?", Values.of(match));
            step(match, "finished");
            String end = matches.row(
                            "SELECT payload FROM change_event WHERE stream_id = ? ORDER BY seq DESC LIMIT 1",
                            Values.of("match:" + match))
                    .getString(0);
            int best = matches.row("SELECT MAX(score) FROM match_player WHERE match_id = ?", Values.of(match))
                    .getInteger(0);
            assertTrue(end.contains("\"score\":" + best + ",\"points\":" + best + ",\"rank\":1"), end);
        }
    }

    @Test
    void whatTheDatabaseCannotCompareIsScoredRowByRow() {
        MatchId match = matches.duel(2, Pace.RELAXED, 600_000, matches.player());
        matches.retype(match, 1, "text", "[]", 0, null, "{\"accepted\":[\"Zürich\"]}");
        matches.retype(match, 2, "poll", "[\"yes\",\"no\"]", 0, null, null);
        matches.addCrowd(match, 299);
        step(match, "announced");
        step(match, "open");
        matches.execute(
                "INSERT INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms, received_at, given)"
                        + " SELECT match_id, 1, player_id, 'x', 0, 100, NOW(6),"
                        + " IF(CRC32(player_id) % 3 = 0, '=zurich', '=Bern') FROM match_player WHERE match_id = ?",
                Values.of(match));
        step(match, "revealed");
        String right = "SELECT COUNT(*), SUM(a.correct = (a.given = '=zurich')), SUM(a.points = 1000 * a.correct),"
                + " SUM(p.score = a.points), MAX(p.score), SUM(p.answer_ms) FROM match_player p JOIN answer a"
                + " ON a.match_id = p.match_id AND a.player_id = p.player_id AND a.round_no = 1 WHERE p.match_id = ?";
        Row first = matches.row(right, Values.of(match));
        for (int column = 0; column < 4; column++) {
            assertEquals(300, first.getInteger(column), "column " + column);
        }
        assertEquals(1_000, first.getInteger(4));

        step(match, "announced");
        step(match, "open");
        matches.execute(
                "INSERT INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms, received_at)"
                        + " SELECT match_id, 2, player_id, 'y', 1, 700, NOW(6) FROM match_player WHERE match_id = ?",
                Values.of(match));
        step(match, "revealed");

        Row poll = matches.row(
                "SELECT COUNT(*), SUM(correct IS NULL), SUM(points = 0) FROM answer WHERE round_no = 2 AND match_id = ?",
                Values.of(match));
        for (int column = 0; column < 3; column++) {
            assertEquals(300, poll.getInteger(column), "column " + column);
        }
        Row after = matches.row(right, Values.of(match));
        assertEquals(first.getInteger(3), after.getInteger(3));
        assertEquals(first.getInteger(5), after.getInteger(5), "a poll takes no time");
    }

    private void step(MatchId match, String phase) {
        matches.execute("UPDATE live_match SET phase_ends_at = NOW(6) WHERE id = ?", Values.of(match));
        long began = System.nanoTime();

        Set<MatchId> moved = mover.moveLarge(match).await().indefinitely();

        LOG.infof("%s after %d ms", phase, (System.nanoTime() - began) / 1_000_000);
        assertEquals(Set.of(match), moved);
        assertEquals(
                phase,
                matches.row("SELECT phase FROM live_match WHERE id = ?", Values.of(match))
                        .getString(0));
    }
}
