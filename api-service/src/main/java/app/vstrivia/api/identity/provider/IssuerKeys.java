package app.vstrivia.api.identity.provider;

import app.vstrivia.api.identity.provider.IdTokenRefused.Reason;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The keys of one issuer, kept for as long as it says. They are asked for again when that time is over and when a token
 * names a key that is not among them, but never twice within {@link #ASK_AGAIN_AFTER}, so that nobody makes us hammer the
 * issuer; all who need the answer wait for the same one. While the issuer does not answer, its last keys are good for
 * {@link #KEPT_LONGER} more.
 */
final class IssuerKeys {
    static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(30);
    static final Duration KEPT_LONGER = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final String provider;
    private final Supplier<Uni<KeySet>> source;
    private final Clock clock;
    private KeySet known;
    private Instant knownUntil = Instant.MIN;
    private Instant askedAt = Instant.MIN;
    private Uni<KeySet> underWay;

    /** @param provider its name, for the log */
    IssuerKeys(String provider, Supplier<Uni<KeySet>> source, Clock clock) {
        this.provider = provider;
        this.source = source;
        this.clock = clock;
    }

    /** Fails with {@link IdTokenRefused} if there is no such key, with {@link ProviderUnavailable} if that is not known. */
    Uni<KeySet.Key> find(String id) {
        Instant now = clock.instant();
        Uni<KeySet> asked;
        synchronized (this) {
            if (isFresh(now) && known.key(id).isPresent()) {
                return Uni.createFrom().item(known.key(id).get());
            }
            if (underWay == null && !now.isBefore(askedAt.plus(ASK_AGAIN_AFTER))) {
                askedAt = now;
                underWay = ask();
            }
            asked = underWay;
        }
        Uni<KeySet.Key> settled = Uni.createFrom().item(() -> known(id));
        return asked == null ? settled : asked.onItemOrFailure().transformToUni((answer, failure) -> settled);
    }

    private Uni<KeySet> ask() {
        return Uni.createFrom()
                .deferred(source::get)
                .invoke(this::learn)
                .onFailure()
                .invoke(failure -> LOG.warnf("provider %s: no keys: %s", provider, failure.getMessage()))
                .onTermination()
                .invoke(this::answered)
                .memoize()
                .indefinitely();
    }

    private synchronized void learn(KeySet keys) {
        known = keys;
        knownUntil = clock.instant().plus(keys.goodFor());
    }

    private synchronized void answered() {
        underWay = null;
    }

    private boolean isFresh(Instant now) {
        return now.isBefore(knownUntil);
    }

    private synchronized KeySet.Key known(String id) {
        Instant now = clock.instant();
        if (known == null || !now.isBefore(knownUntil.plus(KEPT_LONGER))) {
            throw new ProviderUnavailable();
        }
        return known.key(id)
                .orElseThrow(() -> isFresh(now) ? new IdTokenRefused(Reason.UNKNOWN_KEY) : new ProviderUnavailable());
    }
}
