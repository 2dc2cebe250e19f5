package app.vstrivia.api.identity.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.PlayerView;
import app.vstrivia.api.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me")
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Players")
class MeResource {
    private final IdentityService identity;
    private final Caller caller;

    MeResource(IdentityService identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The calling player")
    @APIResponse(responseCode = "200", description = "The player")
    @APIResponse(responseCode = "401", ref = "Problem")
    public Uni<PlayerView> me() {
        return identity.player(caller.playerId());
    }

    @PATCH
    @Operation(summary = "Change the display name")
    @APIResponse(responseCode = "200", description = "The player with the new name")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    public Uni<PlayerView> change(@NotNull @Valid Change body) {
        return identity.rename(caller.playerId(), body.name());
    }

    /** What may be changed. */
    record Change(@NotNull String name) {}
}
