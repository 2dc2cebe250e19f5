package app.vstrivia.api.identity.signin.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.identity.signin.IdentityLinks;
import app.vstrivia.api.identity.signin.IdentityView;
import app.vstrivia.api.platform.idempotency.Idempotent;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/me/identities")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Sign-in")
class MyIdentitiesResource {
    private final IdentityLinks links;
    private final Caller caller;

    MyIdentitiesResource(IdentityLinks links, Caller caller) {
        this.links = links;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listIdentities",
            summary = "The identities that the calling player may sign in with, the oldest first")
    @APIResponse(responseCode = "200", description = "The identities, ten at most")
    @APIResponse(responseCode = "401", ref = "Problem")
    public Uni<List<IdentityView>> list() {
        return links.list(caller.playerId());
    }

    @POST
    @RateLimited(RateLimit.SIGN_IN)
    @ResponseStatus(201)
    @Operation(
            operationId = "linkIdentity",
            summary = "Link an identity, by a provider's ID token",
            description = "If it belongs to another player, the problem `identity-taken` has a member `merge`: what"
                    + " would move to that player, which name stays, and the token to confirm it with.")
    @APIResponse(
            responseCode = "201",
            description = "The identity; also if the player had it already",
            content =
                    @Content(
                            schema = @Schema(implementation = IdentityView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "503", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value =
                    "id-token-refused,secret-refused,put-out,unknown-provider,identity-taken,too-many-identities,provider-unavailable")
    @Idempotent
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<IdentityView> link(@NotNull @Valid Link body) {
        return links.link(
                caller.playerId(), caller.deviceId(), Secret.given(body.secret()), body.provider(), body.idToken());
    }

    @DELETE
    @Path("/{identityId}")
    @Operation(
            operationId = "unlinkIdentity",
            summary = "Unlink an identity",
            description = "Devices keep their access, the one that asks among them; see `/v1/me/devices`.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found,put-out")
    public Uni<Void> unlink(UUID identityId) {
        return links.unlink(caller.playerId(), caller.deviceId(), identityId);
    }

    /** What a provider said of the caller, and the device's secret: a token alone, which may be stolen, lets nobody in. */
    record Link(
            @NotBlank @Size(max = 20) String provider,
            @NotBlank @Size(max = 8192) String idToken,
            @NotBlank @Size(max = 100) String secret) {
        @Override
        public String toString() {
            return "Link[" + provider + "]";
        }
    }
}
