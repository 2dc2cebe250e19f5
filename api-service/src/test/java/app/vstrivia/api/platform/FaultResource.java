package app.vstrivia.api.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails as nothing should. */
@Path("/test/fault")
@PermitAll
class FaultResource {
    @GET
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException("a secret of the inside");
    }
}
