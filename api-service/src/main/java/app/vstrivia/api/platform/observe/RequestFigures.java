package app.vstrivia.api.platform.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;

/** Counts requests by what became of them. */
@ApplicationScoped
class RequestFigures {
    /** Before all other filters but the edge's gate, so that what they refuse is counted, too. */
    private static final int FIRST = 200_000;

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final Timer ok;
    private final Timer refused;
    private final Timer failed;
    private final Timer gone;

    RequestFigures(MeterRegistry registry) {
        this.ok = ApiMetric.REQUESTS.timer(registry, "ok");
        this.refused = ApiMetric.REQUESTS.timer(registry, "refused");
        this.failed = ApiMetric.REQUESTS.timer(registry, "failed");
        this.gone = ApiMetric.REQUESTS.timer(registry, "gone");
    }

    void install(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext request) {
        long began = System.nanoTime();
        request.addEndHandler(ended -> timer(request.response().getStatusCode(), ended.failed())
                .record(System.nanoTime() - began, TimeUnit.NANOSECONDS));
        request.next();
    }

    private Timer timer(int status, boolean wentBefore) {
        if (status >= SERVER_ERROR) {
            return failed;
        }
        if (wentBefore) {
            return gone;
        }
        return status < BAD_REQUEST ? ok : refused;
    }
}
