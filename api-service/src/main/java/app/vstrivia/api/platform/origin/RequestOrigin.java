package app.vstrivia.api.platform.origin;

import app.vstrivia.api.platform.address.ClientAddress;
import app.vstrivia.api.platform.requestid.RequestIds;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells where the present request comes from. */
@ApplicationScoped
public class RequestOrigin {
    private final CurrentVertxRequest request;
    private final ClientAddress address;

    RequestOrigin(CurrentVertxRequest request, ClientAddress address) {
        this.request = request;
        this.address = address;
    }

    /** To be asked before anything is waited for: what goes on after a retry does not know the request any more. */
    public Origin current() {
        RoutingContext context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return context == null
                ? Origin.INSIDE
                : new Origin(address.of(context.request()).getHostAddress(), RequestIds.of(context));
    }
}
