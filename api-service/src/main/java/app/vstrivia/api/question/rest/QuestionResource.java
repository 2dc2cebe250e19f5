package app.vstrivia.api.question.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.platform.revision.Revised;
import app.vstrivia.api.platform.revision.Revisions;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.bank.BankFilter;
import app.vstrivia.api.question.bank.BankService;
import app.vstrivia.api.question.bank.CorrectionService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/questions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Questions")
class QuestionResource {
    private final BankService bank;
    private final CorrectionService corrections;
    private final Revisions revisions;
    private final Caller caller;

    QuestionResource(BankService bank, CorrectionService corrections, Revisions revisions, Caller caller) {
        this.bank = bank;
        this.corrections = corrections;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "questions", summary = "The questions of the bank, the oldest first (author, admin)")
    @APIResponse(responseCode = "200", description = "A page of them, with their answers")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Page<QuestionView>> list(
            @Parameter(description = "draft, review, approved or retired") @RestQuery String status,
            @Parameter(description = "A category's id; narrower ones are within it") @RestQuery String category,
            @RestQuery String language,
            @Parameter(description = "Only those that have this tag") @RestQuery String tag,
            @Parameter(description = "Only those of which players reported something") @RestQuery @DefaultValue("false")
                    boolean reported,
            @BeanParam PageRequest page) {
        BankFilter filter = BankFilter.of(status, category, language, tag);
        return bank.find(reported ? filter.onlyReported() : filter, page.afterId(), page.limit())
                .map(found ->
                        new Page<>(found.items().stream().map(QuestionView::of).toList(), found.next()));
    }

    @GET
    @Path("/{questionId}")
    @Operation(operationId = "question", summary = "A question with its answers (author, admin)")
    @APIResponse(responseCode = "200", description = "The question")
    @APIResponse(responseCode = "304", description = "As the client has it")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Revised
    public Uni<QuestionView> view(UUID questionId) {
        return bank.find(questionId).map(QuestionView::of);
    }

    @PUT
    @Path("/{questionId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "correctQuestion",
            summary = "Correct a question (admin)",
            description =
                    "All that it says, in place of what it said, while it is a draft or in review; one that is approved or"
                            + " retired is sent back first. It keeps its category, its language and its picture. Matches and quizzes keep"
                            + " what they have, and a file with what it was adds nothing.")
    @APIResponse(responseCode = "200", description = "The question as it is now; the tag is the question's")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "wrong-status,question-exists")
    @Revised
    public Uni<CorrectedView> correct(
            UUID questionId,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The tag of the question as the client has it; without it any is changed")
                    String ifMatch,
            @NotNull @Valid QuestionCorrection body) {
        Predicate<QuestionView> seen = revisions.seen(ifMatch);
        return corrections
                .correct(questionId, body.checked(), caller.actor(), question -> seen.test(QuestionView.of(question)))
                .map(CorrectedView::of);
    }

    @PUT
    @Path("/{questionId}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "changeQuestionStatus",
            summary = "Approve a question, send it back, or retire it (admin)",
            description = "draft ⇄ review → approved → retired → review. Matches draw approved ones only.")
    @APIResponse(responseCode = "204", description = "It has that status")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "wrong-status,medium-not-approved")
    public Uni<Void> change(
            UUID questionId,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The tag of the question as the client has it; without it any is changed")
                    String ifMatch,
            @NotNull @Valid StatusChange body) {
        Predicate<QuestionView> seen = revisions.seen(ifMatch);
        return bank.become(questionId, body.status(), caller.actor(), question -> seen.test(QuestionView.of(question)));
    }

    record StatusChange(@NotNull QuestionStatus status) {}
}
