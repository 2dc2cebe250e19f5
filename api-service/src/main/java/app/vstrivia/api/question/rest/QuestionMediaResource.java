package app.vstrivia.api.question.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.revision.Revisions;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.bank.InvalidMedium;
import app.vstrivia.api.question.bank.QuestionMediaService;
import app.vstrivia.api.question.bank.StoredQuestion;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.Unfit;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/questions/{questionId}/media")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@SecurityRequirement(name = "token")
@Tag(name = "Questions")
class QuestionMediaResource {
    private static final String TAG = "The tag of the question as the client has it; without it any is changed";

    private final QuestionMediaService media;
    private final Revisions revisions;
    private final Caller caller;

    QuestionMediaResource(QuestionMediaService media, Revisions revisions, Caller caller) {
        this.media = media;
        this.revisions = revisions;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeQuestionMedia",
            summary = "Have a question be about another picture or video (admin)",
            description =
                    "One of your own, or one that everybody may see. Of an approved question it has to be approved, and the next match"
                            + " shows it; others wait for it as before. Matches and quizzes keep what they have.")
    @APIResponse(responseCode = "204", description = "It is about that")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "medium-not-approved,question-exists")
    public Uni<Void> change(
            UUID questionId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = TAG) String ifMatch,
            @NotNull @Valid QuestionMedium body) {
        return media.change(questionId, body.checked(), caller.actor(), seen(ifMatch));
    }

    @DELETE
    @Operation(
            operationId = "removeQuestionMedia",
            summary = "Have a question be about no picture or video any more (admin)",
            description = "Matches and quizzes keep what they have.")
    @APIResponse(responseCode = "204", description = "It is about none")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "question-exists")
    public Uni<Void> remove(
            UUID questionId, @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = TAG) String ifMatch) {
        return media.remove(questionId, caller.actor(), seen(ifMatch));
    }

    private Predicate<StoredQuestion> seen(String ifMatch) {
        Predicate<QuestionView> seen = revisions.seen(ifMatch);
        return question -> seen.test(QuestionView.of(question));
    }

    /**
     * A picture or video.
     *
     * @param reference the medium's id
     * @param alternative what stands for it where it cannot be seen; it must not give the answer away
     * @param licence null for the question's
     * @param attribution what has to be said about its makers; it is shown with the solution
     */
    record QuestionMedium(
            @NotNull MediaRef.Kind kind,
            @NotNull @Size(min = 36, max = 36) String reference,
            @Schema(nullable = true) @Size(max = 500) String alternative,
            @Schema(nullable = true) @Size(max = 100) String licence,
            @Schema(nullable = true) @Size(max = 500) String attribution) {
        MediaRef checked() {
            try {
                return QuestionRules.media(kind, reference, new MediaCaption(alternative, licence, attribution));
            } catch (Unfit unfit) {
                throw new InvalidMedium("reference", unfit.note().reason());
            }
        }
    }
}
