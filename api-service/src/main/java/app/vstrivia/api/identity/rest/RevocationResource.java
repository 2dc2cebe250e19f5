package app.vstrivia.api.identity.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.RevocationService;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/players")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@SecurityRequirement(name = "token")
@Tag(name = "Players")
class RevocationResource {
    private final RevocationService revocations;
    private final Caller caller;

    RevocationResource(RevocationService revocations, Caller caller) {
        this.revocations = revocations;
        this.caller = caller;
    }

    @POST
    @Path("/{playerId}/revocation")
    @Operation(
            operationId = "revokePlayer",
            summary = "Put a player out (admin)",
            description =
                    "No device of the player gets a token any more, open sockets are closed within two seconds, and the"
                            + " player's roles are gone. The last admin cannot be put out.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found,last-admin")
    public Uni<Void> revoke(UUID playerId) {
        return revocations.revoke(new PlayerId(playerId), caller.actor());
    }
}
