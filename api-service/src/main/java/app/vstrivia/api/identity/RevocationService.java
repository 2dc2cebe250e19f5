package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts players out. */
@ApplicationScoped
public class RevocationService {
    private final Transactions transactions;
    private final AccessEnd accessEnd;

    RevocationService(Transactions transactions, AccessEnd accessEnd) {
        this.transactions = transactions;
        this.accessEnd = accessEnd;
    }

    /**
     * Signs a player out everywhere, for good: no device gets a token any more, tokens that are out open no socket, and open
     * sockets are closed. Fails with {@link PlayerNotFound}.
     */
    public Uni<Void> revoke(PlayerId player) {
        return transactions
                .run(transaction -> PlayerStore.lock(transaction, player)
                        .invoke(name -> name.orElseThrow(PlayerNotFound::new))
                        .chain(() -> DeviceStore.revokeAll(transaction, player))
                        .chain(() -> AccessEnd.of(transaction, player)))
                .invoke(accessEnd::tell);
    }
}
