package app.vstrivia.api.identity.login;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Keeps who signed in. */
@ApplicationScoped
public class Logins {
    private final LoginStore store;

    Logins(LoginStore store) {
        this.store = store;
    }

    public Uni<Void> add(Login login) {
        return store.add(login);
    }

    /** The same as part of a transaction. */
    public Uni<Void> add(Transaction transaction, Login login) {
        return LoginStore.add(transaction, login);
    }

    /** Forgets what is older, {@code most} at most; tells how many there were. */
    public Uni<Integer> forget(Duration age, int most) {
        return store.removeOlder(age, most);
    }
}
