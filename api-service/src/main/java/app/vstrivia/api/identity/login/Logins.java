package app.vstrivia.api.identity.login;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;

/** Keeps who signed in. */
public final class Logins {
    private Logins() {}

    /** As part of the transaction that lets somebody in. */
    public static Uni<Void> add(Transaction transaction, Login login) {
        return LoginStore.add(transaction, login);
    }
}
