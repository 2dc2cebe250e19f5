package app.vstrivia.api.question.report.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.question.report.QuestionReport;
import app.vstrivia.api.question.report.ReportService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
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

@Path("/v1/questions/{questionId}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@SecurityRequirement(name = "token")
@Tag(name = "Questions")
class ReportResource {
    private final ReportService reports;
    private final Caller caller;

    ReportResource(ReportService reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "questionReports",
            summary = "What players find wrong with a question, the newest first (admin)")
    @APIResponse(responseCode = "200", description = "A page of it; who reported is not told")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Page<QuestionReport>> list(UUID questionId, @BeanParam PageRequest page) {
        return reports.of(questionId, page);
    }

    @DELETE
    @Operation(operationId = "settleQuestionReports", summary = "A question's reports have been seen to (admin)")
    @APIResponse(responseCode = "204", description = "They are gone")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Void> settle(
            UUID questionId,
            @Parameter(description = "reportedAt of the newest report that was seen; newer ones stay", required = true)
                    @RestQuery
                    @NotNull
                    Instant until) {
        return reports.settle(questionId, until, caller.actor());
    }
}
