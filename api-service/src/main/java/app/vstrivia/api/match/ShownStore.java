package app.vstrivia.api.match;

import app.vstrivia.api.media.PublicCopies;
import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The query that says what rounds show beside their texts. */
@ApplicationScoped
class ShownStore {
    private final PublicFiles files;

    ShownStore(PublicFiles files) {
        this.files = files;
    }

    /** Copies it from the questions of a match that was dealt, so that a later edit does not reach the match. */
    Uni<Void> copy(Transaction transaction, MatchId match) {
        return transaction
                .connection()
                .preparedQuery("UPDATE match_round r JOIN question q ON q.id = r.question_id"
                        + " SET r.attribution = q.attribution, r.media = REPLACE(q.shown, ?, ?),"
                        + " r.media_licence = q.media_licence, r.media_attribution = q.media_attribution"
                        + " WHERE r.match_id = ? AND (q.attribution IS NOT NULL OR q.shown IS NOT NULL)")
                .execute(Values.of(PublicCopies.PLACE, place(), match))
                .replaceWithVoid();
    }

    /** Where the names of public files begin. */
    private String place() {
        String any = files.url("a").toString();
        return any.substring(0, any.length() - 1);
    }
}
