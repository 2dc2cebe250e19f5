package app.vstrivia.api.question.rest;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import app.vstrivia.api.question.bank.BankFilter;
import app.vstrivia.api.question.exporting.ExportReport;
import app.vstrivia.api.question.exporting.ExportRequest;
import app.vstrivia.api.question.exporting.ExportService;
import app.vstrivia.api.question.exporting.ExportedFile;
import app.vstrivia.api.question.format.ExportFormat;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/exports/questions")
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Questions")
class ExportResource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FORMAT =
            "vstrivia-zip (everything), vstrivia, csv, gift, aiken, qti (2.1), qti-3, opentdb, kahoot, rahoot or"
                    + " opentriviaqa";
    private static final String ALL = "all";
    private static final String STATUS = "draft, review, approved or retired; all for whatever they are";

    private final ExportService exports;
    private final AuditLog audit;
    private final Caller caller;

    ExportResource(ExportService exports, AuditLog audit, Caller caller) {
        this.exports = exports;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RateLimited(RateLimit.EXPORTS)
    @Blocking
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "exportQuestions",
            summary = "A file of questions (author, admin)",
            description = "What the format cannot say is left out; exportReport tells what that is and why.")
    @APIResponse(
            responseCode = "200",
            description = "The file; Content-Disposition names it",
            headers = {
                @Header(name = "Questions-Written", schema = @Schema(type = SchemaType.INTEGER)),
                @Header(name = "Questions-Left-Out", schema = @Schema(type = SchemaType.INTEGER))
            })
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "429", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "unknown-format")
    public RestResponse<InputStream> export(
            @Parameter(description = FORMAT) @RestQuery @DefaultValue("vstrivia-zip") String format,
            @Parameter(description = "A category's id; narrower ones are within it") @RestQuery String category,
            @RestQuery String language,
            @Parameter(description = "Only those that have this tag") @RestQuery String tag,
            @Parameter(description = STATUS) @RestQuery @DefaultValue("approved") String status)
            throws IOException {
        ExportRequest request = request(format, category, language, tag, status);
        var entry = audit.entry(AuditAction.QUESTIONS_EXPORTED)
                .by(caller.actor())
                .with("format", request.format().wire());
        ExportedFile file = exports.export(request);
        ExportReport report = file.report();
        InputStream bytes = file.open();
        try {
            audit.add(entry.with("written", report.written())).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            bytes.close();
            throw e;
        }
        return RestResponse.ResponseBuilder.ok(bytes)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"questions." + report.format().extension() + "\"")
                .header("Questions-Written", report.written())
                .header("Questions-Left-Out", report.leftOut())
                .build();
    }

    @GET
    @RateLimited(RateLimit.EXPORTS)
    @Path("/report")
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportReport",
            summary = "What an export would hold, and what it would leave out (author, admin)")
    @APIResponse(responseCode = "200", description = "The counts, and the first 1,000 that are left out")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "429", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "unknown-format")
    public ExportReport report(
            @Parameter(description = FORMAT) @RestQuery @DefaultValue("vstrivia-zip") String format,
            @Parameter(description = "A category's id; narrower ones are within it") @RestQuery String category,
            @RestQuery String language,
            @Parameter(description = "Only those that have this tag") @RestQuery String tag,
            @Parameter(description = STATUS) @RestQuery @DefaultValue("approved") String status)
            throws IOException {
        return exports.report(request(format, category, language, tag, status));
    }

    private static ExportRequest request(String format, String category, String language, String tag, String status) {
        return new ExportRequest(
                ExportFormat.of(format), BankFilter.of(status.equals(ALL) ? null : status, category, language, tag));
    }
}
