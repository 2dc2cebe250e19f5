package app.vstrivia.realtime.platform.time;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without the database's time no deadline can be kept. */
@Readiness
class ClockReadiness implements HealthCheck {
    private final DatabaseClock clock;

    ClockReadiness(DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database clock")
                .status(clock.synchronised())
                .build();
    }
}
