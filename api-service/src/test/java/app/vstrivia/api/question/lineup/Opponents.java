package app.vstrivia.api.question.lineup;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;

/** Two players, and matches that one or the other has behind. */
final class Opponents {
    private final Pool pool;
    private final List<PlayerId> players = List.of(PlayerId.next(), PlayerId.next());
    private int matches;

    Opponents(Pool pool) {
        this.pool = pool;
    }

    Audience both() {
        return new Audience.Players(players);
    }

    Audience first() {
        return new Audience.Players(players.subList(0, 1));
    }

    /** They met these questions in matches of up to 50, which they played in turn and have just finished. */
    void meet(List<LineupQuestion> questions) {
        for (int from = 0; from < questions.size(); from += Recipe.MOST) {
            List<LineupQuestion> lineup = questions.subList(from, Math.min(questions.size(), from + Recipe.MOST));
            played(List.of(players.get(matches++ % 2)), lineup, lineup.size(), 0);
        }
    }

    /** The first of them played a match, of which {@code shown} rounds were shown, so many days ago. */
    MatchId played(List<LineupQuestion> lineup, int shown, int daysAgo) {
        return played(players.subList(0, 1), lineup, shown, daysAgo);
    }

    /** Both are in a room that waits. */
    MatchId wait(List<PlayerId> others) {
        List<PlayerId> all = new ArrayList<>(others);
        all.addAll(players);
        return played(all, List.of(), 0, 0);
    }

    private MatchId played(List<PlayerId> who, List<LineupQuestion> lineup, int shown, int daysAgo) {
        MatchId match = MatchId.next();
        execute(
                "INSERT INTO live_match (id, kind, phase, version, round_no, rounds, hold, scoring, pace, settings, nonce,"
                        + " asked, created_at, finished_at) VALUES (?, 'duel', 'finished', 1, ?, ?, 'none', 'kahoot',"
                        + " 'standard', '{}', '', ?, NOW(6) - INTERVAL ? DAY, NOW(6) - INTERVAL ? DAY)",
                match,
                shown,
                Math.max(1, lineup.size()),
                Asked.inShort(lineup),
                daysAgo,
                daysAgo);
        for (PlayerId player : who) {
            execute(
                    "INSERT INTO match_player (match_id, player_id, name, bot, status, score, last_points, answer_ms,"
                            + " joined_at) VALUES (?, ?, 'Somebody', 0, 'active', 0, 0, 0, NOW(6) - INTERVAL ? DAY)",
                    match,
                    player,
                    daysAgo);
        }
        return match;
    }

    private void execute(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Values.of(values)).await().indefinitely();
    }
}
