package app.vstrivia.realtime.platform.problem;

import app.vstrivia.model.edge.RequestId;
import app.vstrivia.realtime.platform.observe.LogKeys;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;

/** Answers what fails. */
@ApplicationScoped
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int INTERNAL = 500;

    /** As the API says it. */
    private static final Map<Integer, String> CODES = Map.of(
            UNAUTHENTICATED,
            "unauthenticated",
            403,
            "forbidden",
            NOT_FOUND,
            "not-found",
            NOT_ALLOWED,
            "method-not-allowed",
            413,
            "too-large",
            503,
            "unavailable");

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(Problems::answer);
        router.errorHandler(NOT_FOUND, Problems::answer);
        router.errorHandler(NOT_ALLOWED, Problems::answer);
    }

    private static void answer(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            request.next();
            return;
        }
        int status = statusOf(request);
        if (status == INTERNAL) {
            LogKeys.with(
                    LogKeys.REQUEST, RequestId.of(request), () -> LOG.error("a request failed", request.failure()));
        }
        if (status == UNAUTHENTICATED) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
        }
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("status", status)
                        .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                        .put("code", CODES.getOrDefault(status, status >= INTERNAL ? "internal" : "invalid"))
                        .put("requestId", RequestId.of(request))
                        .encode());
    }

    private static int statusOf(RoutingContext request) {
        if (request.failure() instanceof Refusal) {
            return ((Refusal) request.failure()).status();
        }
        if (request.failure() instanceof AuthenticationFailedException) {
            return UNAUTHENTICATED;
        }
        return request.statusCode() >= 400 ? request.statusCode() : INTERNAL;
    }
}
