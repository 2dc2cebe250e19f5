package app.vstrivia.api.identity.login;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;

/** Writes to {@code login}. */
final class LoginStore {
    private LoginStore() {}

    static Uni<Void> add(Transaction transaction, Login login) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO login (player_id, device_id, method, address, logged_in_at)"
                        + " VALUES (?, ?, ?, ?, NOW(6))")
                .execute(Values.of(
                        login.player(),
                        login.device(),
                        login.method(),
                        login.origin().address()))
                .replaceWithVoid();
    }
}
