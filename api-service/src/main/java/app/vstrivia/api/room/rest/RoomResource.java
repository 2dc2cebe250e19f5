package app.vstrivia.api.room.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.match.Settings;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import app.vstrivia.api.platform.ratelimit.RateLimits;
import app.vstrivia.api.room.InvalidOpening;
import app.vstrivia.api.room.QuizChoice;
import app.vstrivia.api.room.RoomService;
import app.vstrivia.api.room.RoomView;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.Pace;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

@Path("/v1/rooms")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Rooms")
class RoomResource {
    private final RoomService rooms;
    private final RateLimits limits;
    private final Caller caller;

    RoomResource(RoomService rooms, RateLimits limits, Caller caller) {
        this.rooms = rooms;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "openRoom",
            summary = "Open a room and get its PIN; with play the host plays along",
            description =
                    "The questions are drawn as settings say, or are those of a published quiz. Everybody may play the version"
                            + " that everybody sees, who works on the quiz any of its versions. The room keeps its version, whatever is"
                            + " published, rolled back or unpublished later.")
    @APIResponse(
            responseCode = "201",
            description = "The room",
            content =
                    @Content(schema = @Schema(implementation = RoomView.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "invalid-recipe,types-not-offered")
    @Idempotent
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RoomView> open(@NotNull @Valid Opening body) {
        if (body.quiz() == null) {
            Settings settings = body.settings() == null ? Settings.defaults() : body.settings();
            return rooms.open(caller.playerId(), settings, body.play());
        }
        if (body.settings() != null) {
            throw new InvalidOpening();
        }
        boolean author = caller.is(Roles.AUTHOR) || caller.is(Roles.ADMIN);
        return rooms.open(caller.playerId(), body.quiz().choice(), author, body.play());
    }

    @POST
    @Path("/join")
    @RateLimited(RateLimit.JOINING)
    @Operation(operationId = "joinRoom", summary = "Join by PIN, also while the match plays")
    @APIResponse(responseCode = "200", description = "The match")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "429", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "no-such-room,kicked,room-full")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Joined> join(@NotNull @Valid Joining body) {
        return limits.take(RateLimit.ROOM_JOINS, body.pin())
                .chain(() -> rooms.join(caller.playerId(), body.pin()))
                .map(Joined::new);
    }

    /**
     * How the room shall be.
     *
     * @param settings what is to be drawn; null for the defaults
     * @param quiz in their place, a published quiz
     */
    record Opening(
            Settings settings,
            @Schema(nullable = true) @Valid QuizOfRoom quiz,
            boolean play) {}

    /**
     * A published quiz.
     *
     * @param version null for what everybody sees
     * @param pace of all but the answers, for which the quiz says how long they count; null for standard
     */
    record QuizOfRoom(
            @NotNull UUID quizId,
            @Schema(nullable = true) @Min(1) Integer version,
            @Schema(nullable = true) Pace pace) {
        QuizChoice choice() {
            return new QuizChoice(quizId, version, pace);
        }
    }

    /** The way in. */
    record Joining(
            @NotNull @Pattern(regexp = "\\d{6}", message = "must be six digits")
            String pin) {}

    /** Where one is now. */
    record Joined(MatchId matchId) {}
}
