package app.vstrivia.api.identity.signin;

import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.identity.provider.IdTokenRefused;
import app.vstrivia.api.identity.provider.IdTokenRefused.Reason;
import app.vstrivia.api.identity.provider.VerifiedIdentity;
import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** What makes an ID token good once, and for us: a token that was stolen elsewhere has none that we gave. */
@ApplicationScoped
public class Nonces {
    /** For somebody who has to look for a password. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final NonceStore store;

    Nonces(NonceStore store) {
        this.store = store;
    }

    public Uni<Nonce> next() {
        Secret nonce = Secret.random();
        return store.add(nonce.hash(), LIFETIME)
                .replaceWith(() -> new Nonce(nonce.reveal(), Instant.now().plus(LIFETIME)));
    }

    /** Uses the token's nonce up, if the transaction commits. Fails with {@link IdTokenRefused}. */
    static Uni<Void> take(Transaction transaction, VerifiedIdentity identity) {
        return NonceStore.take(transaction, Secret.given(identity.nonce()).hash())
                .invoke(good -> {
                    if (!good) {
                        throw new IdTokenRefused(Reason.NONCE);
                    }
                })
                .replaceWithVoid();
    }
}
