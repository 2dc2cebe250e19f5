package app.vstrivia.realtime.socket;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Keeps the set of signing keys new, so that a key is known here before it signs. A token of an unknown key has the set
 * fetched as well, but once in 30 s at most, whoever sends it: somebody who makes up keys would use that up just when a real
 * one begins to sign. Asked for every 5 s, the set is 35 s old at most; api-service publishes a key for longer than that
 * before it signs. Until it is there for the first time, it is asked for more often: nobody can be let in.
 */
@ApplicationScoped
class KeySetRefresh {
    private static final Logger LOG = Logger.getLogger(KeySetRefresh.class);

    /** A token of a key that there is not: having it checked is how the library is made to fetch the set. */
    private static final AccessTokenCredential OF_NO_KEY =
            new AccessTokenCredential(encoded("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"none\"}") + "."
                    + encoded("{\"sub\":\"nobody\"}") + ".AA");

    private static final int PER_FETCH = 6;
    private static final int UNTIL_KNOWN_MS = 2_000;
    private static final Duration FIRST_WITHIN = Duration.ofSeconds(3);

    private final TenantIdentityProvider tokens;
    private final Vertx vertx;
    private final Duration atMostEvery;
    private volatile boolean known;
    private long timer;
    private long untilKnown;

    KeySetRefresh(
            TenantIdentityProvider tokens,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.oidc.token.forced-jwk-refresh-interval") Duration atMostEvery) {
        this.tokens = tokens;
        this.vertx = vertx;
        this.atMostEvery = atMostEvery;
    }

    /** Waits a little: where api-service is there, whoever comes as soon as the port is open is let in. */
    void start(@Observes StartupEvent started) {
        ask().ifNoItem()
                .after(FIRST_WITHIN)
                .recoverWithItem((Void) null)
                .await()
                .indefinitely();
        timer = vertx.setPeriodic(atMostEvery.toMillis() / PER_FETCH, id -> refresh());
        untilKnown = vertx.setPeriodic(UNTIL_KNOWN_MS, id -> {
            if (known) {
                vertx.cancelTimer(id);
            } else {
                refresh();
            }
        });
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
        vertx.cancelTimer(untilKnown);
    }

    /** Whether the set was there once: api-service may be away afterwards. */
    boolean known() {
        return known;
    }

    private void refresh() {
        ask().subscribe().with(done -> {});
    }

    private Uni<Void> ask() {
        return tokens.authenticate(OF_NO_KEY)
                .onFailure()
                .invoke(this::refused)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** That there is no such key is what should be said; anything else is a set that could not be had. */
    private void refused(Throwable refusal) {
        Throwable cause = refusal;
        while (cause.getCause() != null && !(cause instanceof UnresolvableKeyException)) {
            cause = cause.getCause();
        }
        if (cause instanceof UnresolvableKeyException) {
            known = true;
        } else {
            LOG.warnf("the signing keys could not be fetched: %s", cause);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
