package app.vstrivia.api.platform.idempotency;

import app.vstrivia.api.platform.idempotency.RecordStore.Claim;
import app.vstrivia.api.platform.idempotency.RecordStore.Found;
import app.vstrivia.api.platform.transaction.Conflicts;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import org.jboss.logging.Logger;

/** Which keys are taken, and what was answered. */
@ApplicationScoped
class Records {
    private static final Logger LOG = Logger.getLogger(Records.class);
    private static final int ATTEMPTS = 3;

    private final RecordStore store;
    private final ObjectMapper mapper;

    Records(RecordStore store, ObjectMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    /** Claims the key, or finds what was answered. Fails with a problem if it can be neither. */
    Uni<Outcome> begin(IdempotencyKey key, byte[] body) {
        return begin(key, body, ATTEMPTS);
    }

    private Uni<Outcome> begin(IdempotencyKey key, byte[] body, int attempts) {
        Claim claim = Claim.of(key, body);
        return store.claim(claim)
                .replaceWith(() -> new Outcome(claim, null))
                .onFailure(failure -> Conflicts.taken(failure, RecordStore.UNIQUE_KEY))
                .recoverWithUni(() -> store.find(claim.id()).chain(found -> {
                    if (found.isPresent() && !found.get().free()) {
                        return Uni.createFrom().item(new Outcome(null, answered(key, body, found.get())));
                    }
                    Uni<Boolean> taken = found.isEmpty()
                            ? Uni.createFrom().item(false)
                            : store.takeOver(claim, found.get().holder());
                    return taken.chain(mine -> {
                        if (mine) {
                            return Uni.createFrom().item(new Outcome(claim, null));
                        }
                        if (attempts == 1) {
                            throw new RequestInProgress();
                        }
                        return begin(key, body, attempts - 1);
                    });
                }));
    }

    private KeptAnswer answered(IdempotencyKey key, byte[] body, Found found) {
        Seal seal = new Seal(key, found.salt(), body);
        if (!MessageDigest.isEqual(seal.fingerprint(), found.fingerprint())) {
            throw new IdempotencyKeyReused();
        }
        if (found.answer() == null) {
            throw new RequestInProgress();
        }
        try {
            return mapper.readValue(seal.open(found.answer()), KeptAnswer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer goes out whether or not it can be noted: who does not hear it runs into the claim for a while. */
    Uni<Void> keep(Claim claim, KeptAnswer answer) {
        return Uni.createFrom()
                .deferred(() -> store.keep(claim, claim.seal().close(bytes(answer))))
                .onFailure()
                .invoke(failure -> LOG.warnf("an answer was not kept: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** What created nothing holds no key. */
    Uni<Void> release(Claim claim) {
        return store.release(claim)
                .onFailure()
                .invoke(failure -> LOG.warnf("an idempotency key was not released: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private byte[] bytes(KeptAnswer answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Either a claim, or what was answered before; the other is null. */
    record Outcome(Claim claim, KeptAnswer answer) {}
}
