package app.vstrivia.api.publication.report.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.publication.report.QuizReport;
import app.vstrivia.api.publication.report.QuizReportService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/quizzes/{quizId}/reports")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "Publications")
class QuizReportResource {
    private final QuizReportService reports;
    private final Caller caller;

    QuizReportResource(QuizReportService reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.AUTHOR, Roles.MODERATOR, Roles.ADMIN})
    @Operation(
            operationId = "quizReports",
            summary = "What players find wrong with a quiz's own questions, the newest first (author: of an own one;"
                    + " moderator, admin)",
            description =
                    "For who works on the quiz, and who moderates. What they find wrong with questions of the bank goes to"
                            + " those who look after it.")
    @APIResponse(responseCode = "200", description = "A page of it; who reported is not told")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Page<QuizReport>> list(UUID quizId, @BeanParam PageRequest page) {
        return caller.is(Roles.MODERATOR) || caller.is(Roles.ADMIN)
                ? reports.of(quizId, page)
                : reports.of(quizId, caller.playerId(), page);
    }

    @DELETE
    @RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
    @Operation(
            operationId = "settleQuizReports",
            summary = "A quiz's reports have been seen to, by its owner or an editor (author, admin)")
    @APIResponse(responseCode = "204", description = "They are gone")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Void> settle(
            UUID quizId,
            @Parameter(description = "reportedAt of the newest report that was seen; newer ones stay. Without it, now")
                    @RestQuery
                    Instant until) {
        return reports.settle(quizId, until == null ? Instant.now() : until, caller.playerId());
    }
}
