package app.vstrivia.api.identity.signin;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Every query on {@code sign_in_nonce}. */
@ApplicationScoped
class NonceStore {
    private final Pool pool;

    NonceStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(byte[] hash, Duration lifetime) {
        return pool.preparedQuery("INSERT INTO sign_in_nonce (hash, expires_at) VALUES (?, NOW(6) + INTERVAL ? SECOND)")
                .execute(Values.of(Buffer.buffer(hash), lifetime.toSeconds()))
                .replaceWithVoid();
    }

    /** Uses a nonce up; whether it was good. Of two at once the second waits for the first and finds nothing. */
    static Uni<Boolean> take(Transaction transaction, byte[] hash) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM sign_in_nonce WHERE hash = ? AND expires_at > NOW(6)")
                .execute(Values.of(Buffer.buffer(hash)))
                .map(rows -> rows.rowCount() > 0);
    }
}
