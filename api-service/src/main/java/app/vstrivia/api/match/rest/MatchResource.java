package app.vstrivia.api.match.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.match.AnswerOutcome;
import app.vstrivia.api.match.AnswerService;
import app.vstrivia.api.match.MatchService;
import app.vstrivia.api.match.MatchView;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.protocol.ClientMessage;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/matches/{matchId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Matches")
class MatchResource {
    private final MatchService matches;
    private final AnswerService answers;
    private final Caller caller;

    MatchResource(MatchService matches, AnswerService answers, Caller caller) {
        this.matches = matches;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "match",
            summary = "The match for its players and host: standings, revealed rounds, one's own answers")
    @APIResponse(responseCode = "200", description = "The match")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "kicked")
    public Uni<MatchView> view(UUID matchId) {
        return matches.view(new MatchId(matchId), caller.playerId());
    }

    @POST
    @Path("/answers")
    @Operation(operationId = "answer", summary = "Answer without a socket; with the same id it may be sent again")
    @APIResponse(responseCode = "200", description = "What became of it, as the socket's ack says it")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-playing,round-closing")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<AnswerOutcome> answer(UUID matchId, @NotNull @Valid Given body) {
        return answers.answer(
                caller.playerId(),
                AnswerService.checked(() -> new ClientMessage.Answer(
                        body.id(),
                        new MatchId(matchId),
                        body.round(),
                        body.choices(),
                        body.elapsed(),
                        body.value(),
                        body.order(),
                        body.text())));
    }

    @DELETE
    @Path("/players/me")
    @Operation(operationId = "leaveMatch", summary = "Leave; nobody waits for one's answers any more")
    @APIResponse(responseCode = "204", description = "Left")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Void> leave(UUID matchId) {
        return matches.leave(new MatchId(matchId), caller.playerId());
    }

    /** An answer; {@code elapsed} in ms since the choices were shown. One of the other four says what was answered. */
    record Given(
            @NotNull @Size(max = 64) String id,
            @NotNull @Min(1) Integer round,

            @Size(min = 1, max = Choices.MAX) @Schema(description = "Taken choices by their indexes, from 0")
            List<Integer> choices,

            @NotNull @Min(0) Integer elapsed,

            @Size(max = 32)
            @Schema(
                    description = "A number with a point, in no other form",
                    pattern = "^-?[0-9]{1,15}(\\.[0-9]{1,15})?$",
                    examples = "-3.14")
            String value,

            @Size(min = 2, max = Choices.MAX) @Schema(description = "All choices by their indexes, in an order")
            List<Integer> order,

            @Size(min = 1, max = 2 * app.vstrivia.model.match.Given.MAX_TEXT)
            @Schema(description = "What was typed, up to 200 characters")
            String text) {}
}
