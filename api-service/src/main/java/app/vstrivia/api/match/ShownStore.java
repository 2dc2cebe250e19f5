package app.vstrivia.api.match;

import app.vstrivia.api.media.PublicCopies;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The queries that say what rounds show beside their texts. */
@ApplicationScoped
class ShownStore {
    /** Of a question that was drawn: who wrote it did not know those who wait for it. In seconds. */
    private static final int LONGEST_LIMIT_S = 60;

    /** As in the fastest match; in seconds. */
    private static final int SHORTEST_LIMIT_S = 5;

    private final PublicFiles files;

    ShownStore(PublicFiles files) {
        this.files = files;
    }

    /**
     * Copies it from the questions of a match that was dealt, so that a later edit does not reach the match; and how long the rounds
     * are open, where a question says it and nobody has chosen a pace.
     */
    Uni<Void> copy(Transaction transaction, MatchId match, Pace pace) {
        return transaction
                .connection()
                .preparedQuery("UPDATE match_round r JOIN question q ON q.id = r.question_id"
                        + " SET r.attribution = q.attribution, r.media = REPLACE(q.shown, ?, ?),"
                        + " r.media_licence = q.media_licence, r.media_attribution = q.media_attribution,"
                        + " r.limit_ms = IF(?, 1000 * LEAST(?, GREATEST(?, q.time_limit)), NULL)"
                        + " WHERE r.match_id = ? AND (q.attribution IS NOT NULL OR q.shown IS NOT NULL"
                        + " OR q.time_limit IS NOT NULL)")
                .execute(Values.of(
                        PublicCopies.PLACE,
                        place(),
                        pace == Pace.STANDARD ? 1 : 0,
                        LONGEST_LIMIT_S,
                        SHORTEST_LIMIT_S,
                        match))
                .replaceWithVoid();
    }

    /** Writes it for a match that was dealt from a quiz, and how long the rounds are open. */
    Uni<Void> write(Transaction transaction, MatchId match, List<QuizRound> rounds) {
        List<Tuple> rows = new ArrayList<>();
        for (QuizRound round : rounds) {
            rows.add(Values.of(
                    round.limitMs(),
                    round.attribution(),
                    round.media() == null ? null : ProtocolCodec.encodePart(round.media()),
                    round.media() == null ? null : round.caption().licence(),
                    round.media() == null ? null : round.caption().attribution(),
                    match,
                    rows.size() + 1));
        }
        return transaction
                .connection()
                .preparedQuery("UPDATE match_round SET limit_ms = ?, attribution = ?, media = ?, media_licence = ?,"
                        + " media_attribution = ? WHERE match_id = ? AND round_no = ?")
                .executeBatch(rows)
                .replaceWithVoid();
    }

    /** Where the names of public files begin. */
    private String place() {
        String any = files.url("a").toString();
        return any.substring(0, any.length() - 1);
    }
}
