package app.vstrivia.api.privacy.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.privacy.erasure.ErasureService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Privacy")
class MyErasureResource {
    private final ErasureService erasures;
    private final Caller caller;

    MyErasureResource(ErasureService erasures, Caller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @DELETE
    @ResponseStatus(202)
    @Operation(
            operationId = "eraseMe",
            summary = "Forget the calling player",
            description =
                    "All access ends at once. Seven days later everything about the player is erased, and results of matches stay"
                            + " without a name. Whoever signs in before that stays.")
    @APIResponse(
            responseCode = "202",
            description = "When that is",
            content =
                    @Content(schema = @Schema(implementation = Erasure.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "401", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "last-admin")
    public Uni<Erasure> delete() {
        return erasures.request(caller.playerId()).map(Erasure::new);
    }

    /** When the player is erased. */
    record Erasure(Instant eraseAt) {}
}
