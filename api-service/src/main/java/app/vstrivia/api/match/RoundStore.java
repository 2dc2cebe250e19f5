package app.vstrivia.api.match;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The queries that deal lineups and tell which questions players have met. */
@ApplicationScoped
class RoundStore {
    private static final String SEEN = "SELECT r.question_id FROM match_player p"
            + " JOIN live_match m ON m.id = p.match_id"
            + " JOIN match_round r ON r.match_id = m.id AND r.round_no <= m.round_no"
            + " WHERE p.joined_at > NOW(6) - INTERVAL 30 DAY AND p.player_id IN (";
    private static final String NEWEST = ") ORDER BY p.joined_at DESC LIMIT 2000";

    private final Pool pool;

    RoundStore(Pool pool) {
        this.pool = pool;
    }

    /** Copies the questions, so that a later edit does not reach the match. */
    Uni<Void> insert(Transaction transaction, MatchId match, List<LineupQuestion> lineup) {
        Tuple values = Tuple.tuple();
        int round = 0;
        for (LineupQuestion question : lineup) {
            values.addBuffer(match.toBuffer())
                    .addInteger(++round)
                    .addBuffer(UuidV7.toBuffer(question.questionId()))
                    .addInteger(question.version())
                    .addString(question.type().wire())
                    .addString(question.category())
                    .addString(question.difficulty().wire())
                    .addString(question.text())
                    .addString(new JsonArray(question.choices()).encode())
                    .addInteger(question.correct())
                    .addString(question.explanation())
                    .addString(question.source())
                    .addString(question.licence());
        }
        String row = "(" + Values.marks(13) + ")";
        return transaction
                .connection()
                .preparedQuery("INSERT INTO match_round (match_id, round_no, question_id, question_version, type,"
                        + " category, difficulty, text, choices, correct, explanation, source, licence) VALUES "
                        + String.join(", ", Collections.nCopies(lineup.size(), row)))
                .execute(values)
                .replaceWithVoid();
    }

    /** What these players met lately, in rounds that were shown. */
    Uni<Set<UUID>> seenBy(Collection<PlayerId> players) {
        Tuple ids = Tuple.tuple();
        players.forEach(player -> ids.addBuffer(player.toBuffer()));
        return pool.preparedQuery(SEEN + Values.marks(players.size()) + NEWEST)
                .execute(ids)
                .map(RoundStore::ids);
    }

    /** What those who are in the match met lately. */
    Uni<Set<UUID>> seenIn(MatchId match) {
        return pool.preparedQuery(SEEN + "SELECT here.player_id FROM match_player here WHERE here.match_id = ?"
                        + " AND here.status = 'active' AND here.bot = 0" + NEWEST)
                .execute(Values.of(match))
                .map(RoundStore::ids);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(UuidV7.fromBuffer(row.getBuffer(0))));
        return ids;
    }
}
