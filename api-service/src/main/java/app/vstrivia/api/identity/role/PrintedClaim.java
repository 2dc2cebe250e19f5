package app.vstrivia.api.identity.role;

import app.vstrivia.api.audit.Actor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Prints the link for the first admin where an operator has asked for it. */
@ApplicationScoped
class PrintedClaim {
    private static final Logger LOG = Logger.getLogger(PrintedClaim.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FirstAdminConfig config;
    private final AdminClaims claims;

    PrintedClaim(FirstAdminConfig config, AdminClaims claims) {
        this.config = config;
        this.claims = claims;
    }

    void onStart(@Observes StartupEvent started) {
        if (!config.print()) {
            return;
        }
        try {
            AdminClaim claim = claims.issue(Actor.START).await().atMost(PATIENCE);
            LOG.warnf("first admin: open /#claim=%s on the page before %s", claim.code(), claim.expiresAt());
        } catch (AdminExists e) {
            LOG.info("first admin: there is one already, trivia.first-admin.print can be taken away");
        }
    }
}
