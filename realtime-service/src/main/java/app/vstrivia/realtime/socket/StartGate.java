package app.vstrivia.realtime.socket;

import app.vstrivia.realtime.platform.problem.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalInt;

/**
 * Refuses upgrades before their tokens are looked at while nobody is let in: without keys each token would be a request for
 * them, and a failure of ours.
 */
@ApplicationScoped
class StartGate {
    private static final int BEFORE_TOKENS = SecurityHandlerPriorities.AUTHENTICATION + 1;

    private static final int UNAVAILABLE = 503;

    private final Admission admission;

    StartGate(Admission admission) {
        this.admission = admission;
    }

    void install(@Observes Filters filters) {
        filters.register(this::check, BEFORE_TOKENS);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().equals(TriviaSocket.PATH)) {
            OptionalInt later = admission.shut();
            if (later.isPresent()) {
                request.response().putHeader("Retry-After", Integer.toString(later.getAsInt()));
                request.fail(new Refusal(UNAVAILABLE));
                return;
            }
        }
        request.next();
    }
}
