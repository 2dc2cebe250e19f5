package app.vstrivia.api.match;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The queries on {@code match_player}. */
@ApplicationScoped
class MemberStore {
    /**
     * Adds players, or brings back those who had left; their score stays.
     *
     * @param missedMs what the rounds that they missed count in the time that decides between equal scores
     * @param entrants not empty, each once
     */
    Uni<Void> enter(Transaction transaction, MatchId match, List<Entrant> entrants, long missedMs) {
        Tuple values = Tuple.tuple();
        entrants.forEach(entrant -> values.addBuffer(match.toBuffer())
                .addBuffer(entrant.id().toBuffer())
                .addString(entrant.name())
                .addInteger(entrant.bot())
                .addLong(missedMs));
        return transaction
                .connection()
                .preparedQuery("INSERT INTO match_player (match_id, player_id, name, bot, status, score, last_points,"
                        + " answer_ms, joined_at) VALUES "
                        + Values.rows("(?, ?, ?, ?, 'active', 0, 0, ?, NOW(6))", entrants.size())
                        + " ON DUPLICATE KEY UPDATE status = 'active'")
                .execute(values)
                .replaceWithVoid();
    }

    /** The statuses of those of {@code players} who ever entered. */
    Uni<Map<PlayerId, PlayerStatus>> statuses(Transaction transaction, MatchId match, Collection<PlayerId> players) {
        return transaction
                .connection()
                .preparedQuery("SELECT player_id, status FROM match_player WHERE match_id = ? AND player_id IN ("
                        + Values.marks(players.size()) + ")")
                .execute(keys(match, players))
                .map(rows -> {
                    Map<PlayerId, PlayerStatus> statuses = new HashMap<>();
                    rows.forEach(row -> statuses.put(PlayerId.of(row.getBuffer(0)), PlayerStatus.of(row.getString(1))));
                    return statuses;
                });
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

    /** Takes players out; {@code players} is not empty. */
    Uni<Void> takeOut(Transaction transaction, MatchId match, Collection<PlayerId> players, PlayerStatus status) {
        return transaction
                .connection()
                .preparedQuery("UPDATE match_player SET status = '" + status.wire()
                        + "' WHERE match_id = ? AND player_id IN (" + Values.marks(players.size()) + ")")
                .execute(keys(match, players))
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

    private static Tuple keys(MatchId match, Collection<PlayerId> players) {
        Tuple keys = Tuple.tuple().addBuffer(match.toBuffer());
        players.forEach(player -> keys.addBuffer(player.toBuffer()));
        return keys;
    }
}
