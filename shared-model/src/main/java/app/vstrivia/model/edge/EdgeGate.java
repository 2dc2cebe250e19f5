package app.vstrivia.model.edge;

import app.vstrivia.model.observe.SharedMetric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Refuses what did not come through the edge, before routes, tokens and bodies are looked at; upgrades to sockets, too. Health
 * and metrics have a port of their own, which has no gate.
 */
@ApplicationScoped
class EdgeGate {
    /** Before all that Quarkus and we do with a request. */
    private static final int FIRST = 1_000_000;

    private static final int FORBIDDEN = 403;

    /** The same as for whatever else is forbidden: it does not tell that there is a key. */
    private static final String PROBLEM =
            "{\"status\":403,\"title\":\"Forbidden\",\"code\":\"forbidden\",\"requestId\":\"%s\"}";

    private final Optional<EdgeKey> key;
    private final Optional<String> transport;
    private final Counter refused;

    EdgeGate(EdgeConfig config, MeterRegistry metrics) {
        this.key = EdgeKey.of(config);
        this.transport = config.strictTransportSecurity();
        this.refused = SharedMetric.EDGE_REFUSED.counter(metrics);
    }

    void install(@Observes Filters filters) {
        key.ifPresent(required -> filters.register(request -> check(required, request), FIRST));
        transport.ifPresent(policy -> filters.register(request -> promise(policy, request), FIRST - 1));
    }

    private void check(EdgeKey required, RoutingContext request) {
        if (required.fits(request.request().headers().getAll(required.header()))) {
            request.next();
            return;
        }
        refused.increment();
        HttpServerResponse response = request.response();
        response.setStatusCode(FORBIDDEN)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close")
                .end(String.format(PROBLEM, RequestId.of(request)))
                // Whatever body there is stays unread.
                .onComplete(sent -> request.request().connection().close());
    }

    /** Who forges the scheme hears of a policy that his client then ignores. */
    private static void promise(String policy, RoutingContext request) {
        if (request.request().isSSL() || "https".equals(request.request().getHeader("X-Forwarded-Proto"))) {
            request.response().putHeader("Strict-Transport-Security", policy);
        }
        request.next();
    }
}
