package app.vstrivia.api.identity.token;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.identity.KnownRevocations;
import app.vstrivia.model.identity.TokenClaims;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Refuses access tokens that were made void before they expire, within {@value #INTERVAL_MS} ms. */
@ApplicationScoped
class RevokedTokens implements SecurityIdentityAugmentor {
    private static final Logger LOG = Logger.getLogger(RevokedTokens.class);
    private static final int INTERVAL_MS = 1_000;

    private final KnownRevocations known;
    private final Vertx vertx;
    private long timer;

    RevokedTokens(KnownRevocations known, Vertx vertx) {
        this.known = known;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        timer = vertx.setPeriodic(INTERVAL_MS, id -> look());
        look();
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        known.look()
                .subscribe()
                .with(news -> {}, failure -> LOG.warnf("revocations could not be read: %s", failure.getMessage()));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && isVoid(token)
                ? Uni.createFrom().failure(new AuthenticationFailedException("the access was revoked, or may be"))
                : Uni.createFrom().item(identity);
    }

    private boolean isVoid(JsonWebToken token) {
        try {
            return !known.begun()
                    || known.concern(
                            PlayerId.parse(token.getSubject()),
                            token.getClaim(TokenClaims.DEVICE),
                            TokenClaims.issuedAt(token.getClaim(TokenClaims.ISSUED), token.getIssuedAtTime()));
        } catch (IllegalArgumentException | NullPointerException e) {
            // Not a player's token; it is for others to like it or not.
            return false;
        }
    }
}
