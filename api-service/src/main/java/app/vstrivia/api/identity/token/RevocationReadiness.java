package app.vstrivia.api.identity.token;

import app.vstrivia.model.identity.KnownRevocations;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Nobody is sent to a replica that does not know yet whose access was revoked. */
@Readiness
class RevocationReadiness implements HealthCheck {
    private final KnownRevocations known;

    RevocationReadiness(KnownRevocations known) {
        this.known = known;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("revocations").status(known.begun()).build();
    }
}
