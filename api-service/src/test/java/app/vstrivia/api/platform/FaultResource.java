package app.vstrivia.api.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
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

    @GET
    @Path("/{matchId}")
    @RolesAllowed("player")
    @Operation(hidden = true)
    public String failFor(UUID matchId) {
        throw new IllegalStateException("a fault in " + matchId);
    }
}
