package app.vstrivia.realtime.socket;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A replica that lets nobody in, or nobody yet, gets no new connections. */
@Readiness
class AdmissionReadiness implements HealthCheck {
    private final Admission admission;

    AdmissionReadiness(Admission admission) {
        this.admission = admission;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("admission").status(admission.open()).build();
    }
}
