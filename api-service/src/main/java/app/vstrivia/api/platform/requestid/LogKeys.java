package app.vstrivia.api.platform.requestid;

import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Adds to the request's id who asks, and for which match, so that both stand in what is logged on the way. */
@ApplicationScoped
class LogKeys {
    private static final String PLAYER = "playerId";
    private static final String MATCH = "matchId";

    /** What else somebody may write there is not for a log. */
    private static final Pattern FIT = Pattern.compile("[0-9a-fA-F-]{36}");

    void known(@Observes AuthenticationSuccessEvent success) {
        put(PLAYER, success.getSecurityIdentity().getPrincipal().getName());
    }

    @ServerRequestFilter
    public void matched(UriInfo path) {
        put(MATCH, path.getPathParameters().getFirst(MATCH));
    }

    private static void put(String key, String value) {
        if (value != null && FIT.matcher(value).matches()) {
            MDC.put(key, value);
        }
    }
}
