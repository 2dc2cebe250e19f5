package app.vstrivia.model.edge;

import app.vstrivia.model.id.UuidV7;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** The id of a request, the client's own if it is fit for a log. */
public final class RequestId {
    /** The header, of requests and of answers. */
    public static final String HEADER = "X-Request-Id";

    /** What a client's own id looks like. */
    public static final String ACCEPTED = "[A-Za-z0-9._:-]{1,64}";

    private static final Pattern FIT = Pattern.compile(ACCEPTED);
    private static final String KEY = "requestId";

    private RequestId() {}

    /** The same whoever asks, and however often; from the first time on it is in the head of the answer. */
    public static String of(RoutingContext request) {
        String id = request.get(KEY);
        return id == null ? assign(request) : id;
    }

    private static String assign(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        String id = given != null && FIT.matcher(given).matches()
                ? given
                : UuidV7.next().toString();
        request.put(KEY, id);
        request.response().putHeader(HEADER, id);
        return id;
    }
}
