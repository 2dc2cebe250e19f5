package app.vstrivia.api.question.rest;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportProgress;
import app.vstrivia.api.question.importing.ImportReport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.common.util.RestMediaType;

@Path("/v1/imports")
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Questions")
class ImportResource {
    private static final Logger LOG = Logger.getLogger(ImportResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ImportService imports;
    private final AuditLog audit;
    private final Caller caller;

    ImportResource(ImportService imports, AuditLog audit, Caller caller) {
        this.imports = imports;
        this.audit = audit;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(RestMediaType.APPLICATION_NDJSON)
    @Operation(
            operationId = "importQuestions",
            summary = "Imports a file of questions (author, admin)",
            description =
                    "The body is the file, up to 64 MB. Lines of progress come while the import runs; the last line"
                            + " is the report, or a problem if the import broke off. What an admin imports is approved;"
                            + " what an author imports waits for review.")
    @APIResponse(responseCode = "200", description = "Progress, then the report, a JSON object on each line")
    @APIResponse(responseCode = "400", description = "unknown-format: there is no such format")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "422", description = "unreadable-file: nothing was imported")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "unknown-format,unreadable-file")
    public Multi<ImportLine> importFile(
            InputStream body,
            @RestQuery @DefaultValue("auto") String format,
            @RestQuery String name,
            @RestQuery String category,
            @RestQuery String language,
            @Parameter(description = "Where the questions come from, if the file does not say it") @RestQuery
                    String source,
            @Parameter(description = "Under which licence they are, if the file does not say it") @RestQuery
                    String licence,
            @Parameter(description = "Tells what an import would do, and changes nothing")
                    @RestQuery
                    @DefaultValue("false")
                    boolean dryRun)
            throws IOException {
        AuditEntry entry =
                audit.entry(AuditAction.QUESTIONS_IMPORTED).by(caller.actor()).with("file", name == null ? "" : name);
        ReceivedFile file = ReceivedFile.of(body);
        try {
            FileImport opened = imports.open(
                    new ImportRequest(format, name, category, language, source, licence, status(), dryRun), file);
            return Multi.createFrom()
                    .<ImportLine>emitter(lines -> {
                        run(opened, file, entry, lines::emit);
                        lines.complete();
                    })
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private QuestionStatus status() {
        return caller.is(Roles.ADMIN) ? QuestionStatus.APPROVED : QuestionStatus.REVIEW;
    }

    private void run(FileImport opened, ReceivedFile file, AuditEntry entry, Consumer<ImportLine> lines) {
        try (file;
                opened) {
            ImportReport report = opened.run(progress -> lines.accept(ImportLine.of(progress)));
            if (!opened.isDryRun()) {
                note(entry.with("outcome", "complete"), opened.progress());
            }
            lines.accept(ImportLine.of(report));
        } catch (UnreadableFile e) {
            lines.accept(ImportLine.interrupted(e.getDetail(), opened.progress()));
            noteInterrupted(opened, entry);
        } catch (IOException | RuntimeException e) {
            LOG.error("import broke off", e);
            lines.accept(ImportLine.interrupted("The import broke off.", opened.progress()));
            noteInterrupted(opened, entry);
        }
    }

    private void noteInterrupted(FileImport opened, AuditEntry entry) {
        if (!opened.isDryRun()) {
            note(entry.with("outcome", "interrupted"), opened.progress());
        }
    }

    private void note(AuditEntry entry, ImportProgress progress) {
        audit.add(entry.with("added", progress.added())).await().atMost(PATIENCE);
    }
}
