package app.vstrivia.api.identity.role;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

/** Every query on {@code admin_claim}. */
final class AdminClaimStore {
    private AdminClaimStore() {}

    /** Those that have expired go. */
    static Uni<Void> add(Transaction transaction, byte[] hash, int seconds) {
        return transaction
                .connection()
                .query("DELETE FROM admin_claim WHERE expires_at <= NOW(6)")
                .execute()
                .chain(() -> transaction
                        .connection()
                        .preparedQuery(
                                "INSERT INTO admin_claim (code_hash, expires_at) VALUES (?, NOW(6) + INTERVAL ? SECOND)")
                        .execute(Values.of(Buffer.buffer(hash), seconds)))
                .replaceWithVoid();
    }

    /** Whether there is such a code. All codes are locked: only one of them can be used. */
    static Uni<Boolean> lock(Transaction transaction, byte[] hash) {
        Buffer wanted = Buffer.buffer(hash);
        return transaction
                .connection()
                .query("SELECT code_hash, expires_at > NOW(6) AS good FROM admin_claim ORDER BY code_hash FOR UPDATE")
                .execute()
                .map(rows -> rows.stream()
                        .anyMatch(row -> row.getLong("good") != 0
                                && row.getBuffer("code_hash").equals(wanted)));
    }

    static Uni<Void> removeAll(Transaction transaction) {
        return transaction
                .connection()
                .query("DELETE FROM admin_claim")
                .execute()
                .replaceWithVoid();
    }
}
