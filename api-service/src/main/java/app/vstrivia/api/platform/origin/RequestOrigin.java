package app.vstrivia.api.platform.origin;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** Tells where the present request comes from. */
@ApplicationScoped
public class RequestOrigin {
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_ADDRESS = 64;

    private final CurrentVertxRequest request;

    RequestOrigin(CurrentVertxRequest request) {
        this.request = request;
    }

    /** To be asked before anything is waited for: what goes on after a retry does not know the request any more. */
    public Origin current() {
        RoutingContext context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return context == null ? Origin.INSIDE : of(context.request());
    }

    private static Origin of(HttpServerRequest request) {
        String id = request.getHeader(REQUEST_ID);
        return new Origin(
                address(request.remoteAddress()),
                id != null && GOOD_ID.matcher(id).matches() ? id : null);
    }

    private static String address(SocketAddress client) {
        String address = client == null ? null : client.hostAddress();
        return address == null || address.length() > LONGEST_ADDRESS ? null : address;
    }
}
