package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.UUID;

/** The query that remembers what questions were: who imports that again adds nothing. */
final class FormerStore {
    private FormerStore() {}

    /** @param next what the question, which is held, is known by from then on */
    static Uni<Void> remember(Transaction transaction, UUID question, Fingerprint next) {
        return transaction
                .connection()
                .preparedQuery("INSERT IGNORE INTO question_former (fingerprint, question_id)"
                        + " SELECT fingerprint, id FROM question WHERE id = ? AND fingerprint <> ?")
                .execute(Values.of(question, Buffer.buffer(next.bytes())))
                .replaceWithVoid();
    }
}
