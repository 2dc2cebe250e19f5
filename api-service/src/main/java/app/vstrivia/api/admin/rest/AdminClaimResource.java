package app.vstrivia.api.admin.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.identity.role.AdminClaim;
import app.vstrivia.api.identity.role.AdminClaims;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "Administration")
class AdminClaimResource {
    private final AdminClaims claims;
    private final Caller caller;

    AdminClaimResource(AdminClaims claims, Caller caller) {
        this.claims = claims;
        this.caller = caller;
    }

    @POST
    @Path("/claim-codes")
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(201)
    @Operation(
            operationId = "createAdminClaim",
            summary = "Get a code that makes a player the first admin, while there is none (operator)")
    @APIResponse(
            responseCode = "201",
            description = "The code, shown this once; good once, for an hour",
            content =
                    @Content(
                            schema = @Schema(implementation = AdminClaim.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "admin-exists")
    @Idempotent
    @Cancellable(false)
    public Uni<AdminClaim> issue() {
        return claims.issue(caller.actor());
    }

    @POST
    @Path("/claims")
    @RolesAllowed(Roles.PLAYER)
    @Operation(
            operationId = "claimAdmin",
            summary = "Become the first admin, with such a code",
            description = "The access token that asks becomes void; the next one names the role.")
    @APIResponse(responseCode = "204", description = "The calling player is an admin")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "claim-refused")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> claim(@NotNull @Valid Claim body) {
        return claims.claim(body.code(), caller.playerId());
    }

    /** The end of the link. */
    record Claim(@NotBlank @Size(max = 100) String code) {
        @Override
        public String toString() {
            return "Claim[hidden]";
        }
    }
}
