package app.vstrivia.api.room.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.room.HostService;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/rooms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Rooms")
class HostResource {
    private final HostService hosting;
    private final Caller caller;

    HostResource(HostService hosting, Caller caller) {
        this.hosting = hosting;
        this.caller = caller;
    }

    @POST
    @Path("/{matchId}/start")
    @Operation(operationId = "startMatch", summary = "Draw the lineup and start (host)")
    @APIResponse(responseCode = "204", description = "Starting")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value = "not-the-host,wrong-phase,nobody-there,not-enough-questions,types-not-offered,unknown-category,"
                    + "version-not-playable")
    public Uni<Void> start(UUID matchId) {
        return hosting.start(new MatchId(matchId), caller.playerId());
    }

    @POST
    @Path("/{matchId}/pause")
    @Operation(operationId = "pauseMatch", summary = "Hold after the present round (host)")
    @APIResponse(responseCode = "204", description = "Will hold")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-the-host,wrong-phase")
    public Uni<Void> pause(UUID matchId) {
        return hosting.pause(new MatchId(matchId), caller.playerId());
    }

    @POST
    @Path("/{matchId}/resume")
    @Operation(operationId = "resumeMatch", summary = "Go on (host)")
    @APIResponse(responseCode = "204", description = "Goes on")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-the-host,wrong-phase")
    public Uni<Void> resume(UUID matchId) {
        return hosting.resume(new MatchId(matchId), caller.playerId());
    }

    @POST
    @Path("/{matchId}/skip")
    @Operation(operationId = "skipPhase", summary = "End the present phase now (host)")
    @APIResponse(responseCode = "204", description = "Goes on")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-the-host,wrong-phase")
    public Uni<Void> skip(UUID matchId) {
        return hosting.skip(new MatchId(matchId), caller.playerId());
    }

    @POST
    @Path("/{matchId}/end")
    @Operation(operationId = "endMatch", summary = "End the match (host)")
    @APIResponse(responseCode = "204", description = "Ends")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-the-host,wrong-phase")
    public Uni<Void> end(UUID matchId) {
        return hosting.end(new MatchId(matchId), caller.playerId());
    }

    @DELETE
    @Path("/{matchId}/players/{playerId}")
    @Operation(operationId = "kickPlayer", summary = "Remove a player for good (host)")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-the-host,wrong-phase")
    public Uni<Void> kick(UUID matchId, UUID playerId) {
        return hosting.kick(new MatchId(matchId), caller.playerId(), new PlayerId(playerId));
    }
}
