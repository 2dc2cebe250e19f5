package app.vstrivia.realtime.platform.edge;

import app.vstrivia.model.edge.EdgeConfig;
import app.vstrivia.model.edge.EdgeKey;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The key set is behind the front door of api-service: this service has the key to it. */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class KeySetRequest implements OidcRequestFilter {
    private final Optional<EdgeKey> key;

    KeySetRequest(EdgeConfig config) {
        this.key = EdgeKey.of(config);
    }

    @Override
    public void filter(OidcRequestContext context) {
        key.ifPresent(own -> context.request().putHeader(own.header(), own.value()));
    }
}
