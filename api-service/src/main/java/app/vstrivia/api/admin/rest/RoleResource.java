package app.vstrivia.api.admin.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.identity.role.Role;
import app.vstrivia.api.identity.role.RoleGrant;
import app.vstrivia.api.identity.role.RoleService;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/admin/players/{playerId}/roles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@SecurityRequirement(name = "token")
@Tag(name = "Administration")
class RoleResource {
    private final RoleService roles;
    private final Caller caller;

    RoleResource(RoleService roles, Caller caller) {
        this.roles = roles;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listRoles",
            summary = "The roles that a player was given (admin); none for whoever is not there")
    @APIResponse(responseCode = "200", description = "The roles, and who gave them")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Grants> list(UUID playerId) {
        return roles.list(new PlayerId(playerId)).map(Grants::new);
    }

    @PUT
    @Path("/{role}")
    @Operation(
            operationId = "grantRole",
            summary = "Give a player a role: author, moderator or admin (admin)",
            description = "The player's access tokens become void within a second; the next ones name the role.")
    @APIResponse(responseCode = "204", description = "The player has it")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found,no-such-role")
    public Uni<Void> grant(UUID playerId, String role) {
        return roles.grant(new PlayerId(playerId), Role.named(role), caller.actor());
    }

    @DELETE
    @Path("/{role}")
    @Operation(
            operationId = "takeRole",
            summary = "Take a role from a player (admin)",
            description = "The player's access tokens become void within a second. The last admin stays one.")
    @APIResponse(responseCode = "204", description = "The player does not have it")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found,no-such-role,last-admin")
    public Uni<Void> take(UUID playerId, String role) {
        return roles.take(new PlayerId(playerId), Role.named(role), caller.actor());
    }

    record Grants(List<RoleGrant> items) {}
}
