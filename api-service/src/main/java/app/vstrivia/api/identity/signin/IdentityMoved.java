package app.vstrivia.api.identity.signin;

import app.vstrivia.api.platform.transaction.Conflicts;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * Whose an identity is was read, then the players were locked, and meanwhile it was linked, unlinked or merged: the
 * players have to be locked in their order, before an identity of theirs, and so it is all done again.
 */
final class IdentityMoved extends RuntimeException {
    private static final int ATTEMPTS = 5;

    IdentityMoved() {
        super("the identity is another player's by now", null, false, false);
    }

    /** Runs {@code work} in a transaction, again where that is so. */
    static <T> Uni<T> retried(Transactions transactions, Function<Transaction, Uni<T>> work) {
        return transactions
                .run(work)
                .onFailure(failure ->
                        failure instanceof IdentityMoved || Conflicts.taken(failure, LinkedIdentityStore.ONE_PLAYER))
                .retry()
                .atMost(ATTEMPTS);
    }
}
