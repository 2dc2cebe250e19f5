package app.vstrivia.api.platform.requestid;

import app.vstrivia.model.id.UuidV7;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Gives every request an id, the client's own if it is fit for a log: it comes back with the answer, stands in what is
 * logged on the way and in problems.
 */
@ApplicationScoped
public class RequestIds {
    /** The header, of requests and of answers. */
    public static final String HEADER = "X-Request-Id";

    /** What a client's own id looks like. */
    public static final String ACCEPTED = "[A-Za-z0-9._:-]{1,64}";

    private static final Pattern FIT = Pattern.compile(ACCEPTED);
    private static final String KEY = "requestId";

    /** Before all other filters, so that what they refuse has an id, too. */
    private static final int FIRST = 100_000;

    void install(@Observes Filters filters) {
        filters.register(RequestIds::begin, FIRST);
    }

    private static void begin(RoutingContext request) {
        assign(request);
        request.next();
    }

    private static String assign(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        String id = given != null && FIT.matcher(given).matches()
                ? given
                : UuidV7.next().toString();
        request.put(KEY, id);
        MDC.put(KEY, id);
        request.response().putHeader(HEADER, id);
        return id;
    }

    /** The id of a request, also of one that failed before it came to the filters; null for no request. */
    public static String of(RoutingContext request) {
        if (request == null) {
            return null;
        }
        String id = request.get(KEY);
        return id == null ? assign(request) : id;
    }
}
