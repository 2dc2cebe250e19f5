package app.vstrivia.api.platform.requestid;

import app.vstrivia.model.edge.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, the client's own if it is fit for a log: it comes back with the answer, stands in what is
 * logged on the way and in problems.
 */
@ApplicationScoped
public class RequestIds {
    /** The header, of requests and of answers. */
    public static final String HEADER = RequestId.HEADER;

    /** What a client's own id looks like. */
    public static final String ACCEPTED = RequestId.ACCEPTED;

    private static final String KEY = "requestId";

    /** Before all other filters, so that what they refuse has an id, too. */
    private static final int FIRST = 100_000;

    void install(@Observes Filters filters) {
        filters.register(RequestIds::begin, FIRST);
    }

    private static void begin(RoutingContext request) {
        MDC.put(KEY, RequestId.of(request));
        request.next();
    }

    /** The id of a request, also of one that failed before it came to the filters; null for no request. */
    public static String of(RoutingContext request) {
        return request == null ? null : RequestId.of(request);
    }
}
