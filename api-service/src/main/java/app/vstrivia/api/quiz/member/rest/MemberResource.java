package app.vstrivia.api.quiz.member.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.member.MemberService;
import app.vstrivia.api.quiz.member.QuizMember;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

@Path("/v1/quizzes/{quizId}/members")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Quizzes")
class MemberResource {
    private final MemberService members;
    private final Caller caller;

    MemberResource(MemberService members, Caller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "quizMembers", summary = "Who works on a quiz, the owner first (author, admin)")
    @APIResponse(responseCode = "200", description = "All of them, 20 at most")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<List<QuizMember>> list(UUID quizId) {
        return members.members(quizId, caller.playerId());
    }

    @PUT
    @Path("/{playerId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "shareQuiz",
            summary = "Let another author see your quiz, or change it (author, admin)",
            description = "Viewers read and copy it, editors save it as well. There is one owner, who stays that.")
    @APIResponse(responseCode = "204", description = "That is what the player may do from now on")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "conflict,quiz-in-trash,too-many-members,too-many-quizzes")
    public Uni<Void> share(UUID quizId, UUID playerId, @NotNull @Valid Sharing body) {
        return members.share(quizId, caller.playerId(), new PlayerId(playerId), body.access());
    }

    @DELETE
    @Path("/{playerId}")
    @Operation(operationId = "unshareQuiz", summary = "Take a member's access, or give up your own (author, admin)")
    @APIResponse(responseCode = "204", description = "The player is no member")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "conflict,quiz-in-trash")
    public Uni<Void> remove(UUID quizId, UUID playerId) {
        return members.remove(quizId, caller.playerId(), new PlayerId(playerId));
    }

    /** What somebody may do: owner is not for others. */
    record Sharing(@NotNull QuizAccess access) {}
}
