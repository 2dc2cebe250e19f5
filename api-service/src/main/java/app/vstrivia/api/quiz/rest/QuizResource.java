package app.vstrivia.api.quiz.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.platform.revision.Revised;
import app.vstrivia.api.platform.revision.Revisions;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.api.quiz.QuizSummary;
import app.vstrivia.api.quiz.preview.QuizPreview;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/quizzes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Quizzes")
class QuizResource {
    private final QuizService quizzes;
    private final Revisions revisions;
    private final Caller caller;

    QuizResource(QuizService quizzes, Revisions revisions, Caller caller) {
        this.quizzes = quizzes;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "quizzes", summary = "The quizzes that you work on, the newest first (author, admin)")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Page<QuizSummary>> list(
            @Parameter(description = "Only your own that are in the trash; else none that is")
                    @RestQuery
                    @DefaultValue("false")
                    boolean trashed,
            @BeanParam PageRequest page) {
        return quizzes.list(caller.playerId(), trashed, page.afterId(), page.limit());
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createQuiz",
            summary = "A new quiz (author, admin)",
            description =
                    "Up to 200 of an owner, with 100 items each. `similar` tells which of the bank are like what was typed.")
    @APIResponse(
            responseCode = "201",
            description = "The quiz",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(schema = @Schema(implementation = QuizView.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "too-many-quizzes,put-out")
    @Idempotent
    @Revised
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<QuizView> create(@NotNull @Valid QuizBody body) {
        return quizzes.create(caller.playerId(), body.draft()).map(QuizView::of);
    }

    @GET
    @Path("/{quizId}")
    @Operation(operationId = "quiz", summary = "A quiz with its answers, for those who work on it (author, admin)")
    @APIResponse(responseCode = "200", description = "The quiz")
    @APIResponse(responseCode = "304", description = "As the client has it")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Revised
    public Uni<QuizView> view(UUID quizId) {
        return quizzes.find(quizId, caller.playerId()).map(QuizView::of);
    }

    @PUT
    @Path("/{quizId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveQuiz",
            summary = "Save a quiz, for its owner and editors (author, admin)",
            description =
                    "The whole quiz, in place of what it was. Of two saves that have seen the same revision one wins,"
                            + " and the other gets 412: read the quiz, bring both together, and save again. `similar` tells"
                            + " which of the bank are like what was typed since the save before.")
    @APIResponse(responseCode = "200", description = "The quiz as it is now")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "428", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "quiz-in-trash,precondition-required")
    @Revised
    public Uni<QuizView> save(
            UUID quizId,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(
                            required = true,
                            description = "The tag of the quiz as the client has it; * is none, and gets 428")
                    String ifMatch,
            @NotNull @Valid QuizBody body) {
        Predicate<QuizView> seen = revisions.mustHaveSeen(ifMatch);
        return quizzes.save(quizId, caller.playerId(), body.draft(), quiz -> seen.test(QuizView.of(quiz)))
                .map(QuizView::of);
    }

    @GET
    @Path("/{quizId}/preview")
    @Operation(
            operationId = "previewQuiz",
            summary = "A quiz as its players see it, without solutions (author, admin)",
            description = "The same for the same revision, in an order that a match might have.")
    @APIResponse(responseCode = "200", description = "What is asked, and what there is to pick from")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<QuizPreview> preview(UUID quizId) {
        return quizzes.find(quizId, caller.playerId()).map(quiz -> QuizPreview.of(quiz.content()));
    }

    @POST
    @Path("/{quizId}/copies")
    @ResponseStatus(201)
    @Operation(operationId = "copyQuiz", summary = "A new quiz of your own with the same content (author, admin)")
    @APIResponse(
            responseCode = "201",
            description = "The copy",
            headers = @Header(name = "ETag", ref = "ETag"),
            content =
                    @Content(schema = @Schema(implementation = QuizView.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "too-many-quizzes,put-out")
    @Idempotent
    @Revised
    @Cancellable(false)
    public Uni<QuizView> copy(UUID quizId) {
        return quizzes.copy(quizId, caller.playerId()).map(QuizView::of);
    }

    @DELETE
    @Path("/{quizId}")
    @Operation(
            operationId = "trashQuiz",
            summary = "Throw a quiz of your own into the trash (author, admin)",
            description = "There only its owner sees it. After 30 days it is deleted.")
    @APIResponse(responseCode = "204", description = "It is there")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Void> trash(UUID quizId) {
        return quizzes.trash(quizId, caller.playerId());
    }

    @POST
    @Path("/{quizId}/restore")
    @Operation(operationId = "restoreQuiz", summary = "Get a quiz back from the trash (author, admin)")
    @APIResponse(responseCode = "204", description = "It is as it was")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Void> restore(UUID quizId) {
        return quizzes.restore(quizId, caller.playerId());
    }

    @DELETE
    @Path("/trash")
    @Operation(operationId = "emptyTrash", summary = "Delete for good what you have in the trash (author, admin)")
    @APIResponse(responseCode = "204", description = "The trash is empty")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Void> emptyTrash() {
        return quizzes.emptyTrash(caller.playerId());
    }
}
