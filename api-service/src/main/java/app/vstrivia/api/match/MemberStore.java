package app.vstrivia.api.match;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The queries on {@code match_player}. */
@ApplicationScoped
class MemberStore {
    private static final String ANSWER_MS = Arrays.stream(Pace.values())
            .map(pace -> " WHEN '" + pace.wire() + "' THEN " + pace.answerMs())
            .collect(Collectors.joining("", "CASE pace", " END"));
    private static final String MISSED_ROUNDS =
            "GREATEST(0, round_no - IF(phase IN ('revealed', 'paused', 'finished'), 0, 1))";

    /**
     * Adds somebody, or brings back somebody who had left; the score stays. The rounds that a late joiner missed count in
     * full in the time that decides between equal scores, as they do for those who let them pass.
     */
    Uni<Void> enter(Transaction transaction, MatchId match, Entrant entrant) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO match_player (match_id, player_id, name, bot, status, score, last_points,"
                        + " answer_ms, joined_at) SELECT id, ?, ?, ?, 'active', 0, 0, " + MISSED_ROUNDS + " * "
                        + ANSWER_MS + ", NOW(6) FROM live_match WHERE id = ?"
                        + " ON DUPLICATE KEY UPDATE status = 'active'")
                .execute(Values.of(entrant.id(), entrant.name(), entrant.bot(), match))
                .replaceWithVoid();
    }

    /** The player's status, or null for somebody who never entered. */
    Uni<PlayerStatus> status(Transaction transaction, MatchId match, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT status FROM match_player WHERE match_id = ? AND player_id = ?")
                .execute(Values.of(match, player))
                .map(rows -> rows.size() == 0
                        ? null
                        : PlayerStatus.of(rows.iterator().next().getString(0)));
    }

    /** Takes somebody out; the socket that spoke for the player no longer does. */
    Uni<Void> takeOut(Transaction transaction, MatchId match, PlayerId player, PlayerStatus status) {
        return transaction
                .connection()
                .preparedQuery(
                        "UPDATE match_player SET status = ?, session = NULL WHERE match_id = ? AND player_id = ?")
                .execute(Values.of(status.wire(), match, player))
                .replaceWithVoid();
    }

    /** How many are in it now, bots included. */
    Uni<Integer> countActive(Transaction transaction, MatchId match) {
        return transaction
                .connection()
                .preparedQuery("SELECT COUNT(*) FROM match_player WHERE match_id = ? AND status = 'active'")
                .execute(Values.of(match))
                .map(rows -> rows.iterator().next().getInteger(0));
    }
}
