package app.vstrivia.api.platform.problem;

import app.vstrivia.api.platform.requestid.RequestIds;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** What fails before or beside the resources (a body over the server's limit). */
@ApplicationScoped
class RouterFailures {
    private static final Logger LOG = Logger.getLogger(RouterFailures.class);

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(RouterFailures::answer);
    }

    private static void answer(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            request.next();
            return;
        }
        int status = request.statusCode() >= 400 ? request.statusCode() : 500;
        String id = RequestIds.of(request);
        ProblemCode code = ProblemCode.ofStatus(status);
        if (status >= 500) {
            LOG.error("a request failed before it came to a resource", request.failure());
        }
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString())
                .end(new JsonObject()
                        .put("status", status)
                        .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                        .put("detail", code.meaning())
                        .put(ApiProblem.CODE, code.code())
                        .put(ProblemCodes.REQUEST_ID, id)
                        .encode());
    }
}
