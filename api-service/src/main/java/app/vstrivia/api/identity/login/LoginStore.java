package app.vstrivia.api.identity.login;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Every query on {@code login}, but for the one that merges players. */
@ApplicationScoped
class LoginStore {
    private final Pool pool;

    LoginStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(Login login) {
        return add(pool, login);
    }

    static Uni<Void> add(Transaction transaction, Login login) {
        return add(transaction.connection(), login);
    }

    private static Uni<Void> add(SqlClient client, Login login) {
        return client.preparedQuery("INSERT INTO login (player_id, device_id, method, address, logged_in_at)"
                        + " VALUES (?, ?, ?, ?, NOW(6))")
                .execute(Values.of(login.player(), login.device(), login.method(), login.address()))
                .replaceWithVoid();
    }

    /** Takes out what is older, {@code most} at most; tells how many there were. */
    Uni<Integer> removeOlder(Duration age, int most) {
        return pool.preparedQuery("DELETE FROM login WHERE logged_in_at < NOW(6) - INTERVAL ? SECOND LIMIT ?")
                .execute(Values.of(age.toSeconds(), most))
                .map(rows -> rows.rowCount());
    }
}
