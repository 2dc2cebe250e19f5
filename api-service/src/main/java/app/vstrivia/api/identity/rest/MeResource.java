package app.vstrivia.api.identity.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.PlayerView;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.revision.Revised;
import app.vstrivia.api.platform.revision.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Players")
class MeResource {
    private final IdentityService identity;
    private final Revisions revisions;
    private final Caller caller;

    MeResource(IdentityService identity, Revisions revisions, Caller caller) {
        this.identity = identity;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "me", summary = "The calling player")
    @APIResponse(responseCode = "200", description = "The player")
    @APIResponse(responseCode = "304", description = "As the client has it")
    @APIResponse(responseCode = "401", ref = "Problem")
    @Revised
    public Uni<PlayerView> me() {
        return identity.player(caller.playerId());
    }

    @PATCH
    @Operation(operationId = "changeMe", summary = "Change the display name")
    @APIResponse(responseCode = "200", description = "The player with the new name")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @Revised
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<PlayerView> change(
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The tag of the player as the client has it; without it any is changed")
                    String ifMatch,
            @NotNull @Valid Change body) {
        return identity.rename(caller.playerId(), body.name(), revisions.seen(ifMatch));
    }

    /** What may be changed. */
    record Change(@NotNull @Size(max = 200) String name) {}
}
