package app.vstrivia.api.identity.merge.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.identity.merge.MergeService;
import app.vstrivia.api.identity.merge.Merged;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me/merge")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Sign-in")
class MergeResource {
    private final MergeService merges;
    private final Caller caller;

    MergeResource(MergeService merges, Caller caller) {
        this.merges = merges;
        this.caller = caller;
    }

    @POST
    @RateLimited(RateLimit.SIGN_IN)
    @Operation(
            operationId = "merge",
            summary = "Become part of the player whom an identity belongs to, as offered when it was to be linked",
            description = "Matches, devices and identities move to that player, whose name stays. All tokens from"
                    + " before are void and sockets are closed; devices keep their secrets. It cannot be undone.")
    @APIResponse(responseCode = "200", description = "The player, and the first tokens for this device")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value = "merge-refused,secret-refused,put-out,match-running,last-admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Merged> confirm(@NotNull @Valid Confirmation body) {
        return merges.confirm(caller.playerId(), caller.deviceId(), body.secret(), body.token());
    }

    /** The token of the offer, and the secret of the device that asks. */
    record Confirmation(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 100) String secret) {
        @Override
        public String toString() {
            return "Confirmation[hidden]";
        }
    }
}
