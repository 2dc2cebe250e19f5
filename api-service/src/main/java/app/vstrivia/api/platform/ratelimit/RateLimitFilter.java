package app.vstrivia.api.platform.ratelimit;

import app.vstrivia.api.platform.address.ClientAddress;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Counts requests against the limit of their endpoint, before the body is read. */
class RateLimitFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String QUOTA = RateLimitFilter.class.getName();

    private final RateLimits limits;
    private final ClientAddress addresses;
    private final CurrentIdentityAssociation identities;

    RateLimitFilter(RateLimits limits, ClientAddress addresses, CurrentIdentityAssociation identities) {
        this.limits = limits;
        this.addresses = addresses;
        this.identities = identities;
    }

    @ServerRequestFilter
    public Uni<Response> check(ContainerRequestContext request, ResourceInfo endpoint, HttpServerRequest http) {
        RateLimited own = endpoint.getResourceMethod().getAnnotation(RateLimited.class);
        if (own == null && READING.contains(request.getMethod())) {
            return Uni.createFrom().nullItem();
        }
        RateLimit limit = own == null ? RateLimit.WRITES : own.value();
        return whom(limit, http)
                .chain(whom -> limits.spend(limit, whom))
                .invoke(quota -> quota.ifPresent(left -> request.setProperty(QUOTA, left)))
                .map(quota -> null);
    }

    private Uni<String> whom(RateLimit limit, HttpServerRequest http) {
        return switch (limit.per()) {
            case ADDRESS -> Uni.createFrom().item(addresses.siteOf(http));
            case PLAYER -> identities.getDeferredIdentity().map(identity -> player(identity, http));
            case ROOM -> throw new IllegalStateException(limit + " is not known before the body");
        };
    }

    private String player(SecurityIdentity identity, HttpServerRequest http) {
        return identity.isAnonymous()
                ? addresses.siteOf(http)
                : identity.getPrincipal().getName();
    }

    /** Who keeps within a limit is told how much of it is left. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        boolean refused = response.getHeaders().containsKey("RateLimit");
        if (!refused && request.getProperty(QUOTA) instanceof Quota quota) {
            quota.headers().forEach(response.getHeaders()::putSingle);
        }
    }
}
