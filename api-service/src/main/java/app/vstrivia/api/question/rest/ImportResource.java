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
import app.vstrivia.api.question.importing.ReceivedFile;
import app.vstrivia.api.question.importing.background.BackgroundImportView;
import app.vstrivia.api.question.importing.background.BackgroundImports;
import app.vstrivia.api.question.importing.background.ImportConfig;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.common.util.RestMediaType;

@Path("/v1/imports")
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Questions")
class ImportResource {
    private static final Logger LOG = Logger.getLogger(ImportResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PREFERENCE_APPLIED = "Preference-Applied";
    private static final String RESPOND_ASYNC = "respond-async";

    private final ImportService imports;
    private final BackgroundImports background;
    private final ImportConfig config;
    private final AuditLog audit;
    private final Caller caller;

    ImportResource(
            ImportService imports, BackgroundImports background, ImportConfig config, AuditLog audit, Caller caller) {
        this.imports = imports;
        this.background = background;
        this.config = config;
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
                            + " what an author imports waits for review. Files of 8 MB or more are imported in the"
                            + " background, as are those of which the request says so: the only line tells where, and which"
                            + " stream to watch over the socket.")
    @APIResponse(
            responseCode = "200",
            description = "Progress, then the report, a JSON object on each line",
            content =
                    @Content(
                            mediaType = RestMediaType.APPLICATION_NDJSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ImportLine.class)))
    @APIResponse(
            responseCode = "202",
            description = "The file is imported in the background",
            headers = {
                @Header(
                        name = HttpHeaders.LOCATION,
                        description = "Where the import is",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = PREFERENCE_APPLIED,
                        description = "respond-async, if it was preferred",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = RestMediaType.APPLICATION_NDJSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ImportLine.class)))
    @APIResponse(responseCode = "400", description = "unknown-format: there is no such format")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "422", description = "unreadable-file: nothing was imported")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "unknown-format,unreadable-file,too-many-imports")
    public RestMulti<ImportLine> importFile(
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
                    boolean dryRun,
            @Parameter(description = "Whether to import in the background; without it the size decides") @RestQuery
                    Boolean async,
            @Parameter(description = "respond-async: in the background (RFC 7240)") @RestHeader("Prefer") String prefer)
            throws IOException {
        AuditEntry entry =
                audit.entry(AuditAction.QUESTIONS_IMPORTED).by(caller.actor()).with("file", name == null ? "" : name);
        ImportRequest request = new ImportRequest(format, name, category, language, source, licence, status(), dryRun);
        ReceivedFile file = ReceivedFile.of(body);
        try {
            boolean preferred = prefersAsync(prefer);
            boolean later = async == null
                    ? preferred || file.size() >= config.backgroundFrom().asLongValue()
                    : async;
            return later ? accepted(request, file, preferred) : inForeground(request, file, entry);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static boolean prefersAsync(String prefer) {
        return prefer != null
                && Stream.of(prefer.split(",")).anyMatch(one -> one.strip().equalsIgnoreCase(RESPOND_ASYNC));
    }

    private RestMulti<ImportLine> accepted(ImportRequest request, ReceivedFile file, boolean preferred)
            throws IOException {
        BackgroundImportView view = background.accept(request, caller.actor(), caller.is(Roles.ADMIN), file);
        file.close();
        var answer = RestMulti.fromMultiData(Multi.createFrom().item(ImportLine.of(view)))
                .status(Response.Status.ACCEPTED.getStatusCode())
                .header(HttpHeaders.LOCATION, "/v1/imports/" + view.id());
        return (preferred ? answer.header(PREFERENCE_APPLIED, RESPOND_ASYNC) : answer).build();
    }

    private RestMulti<ImportLine> inForeground(ImportRequest request, ReceivedFile file, AuditEntry entry)
            throws IOException {
        FileImport opened = imports.open(request, caller.actor().player(), file);
        return RestMulti.fromMultiData(Multi.createFrom()
                        .<ImportLine>emitter(lines -> {
                            run(opened, file, entry, lines::emit);
                            lines.complete();
                        })
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .build();
    }

    @GET
    @Path("/{importId}")
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "import",
            summary = "An import in the background (author: an own one; admin)",
            description = "With its report once it has ended, for a week; findings beyond 10,000 are counted only.")
    @APIResponse(responseCode = "200", description = "How far it is")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public BackgroundImportView view(UUID importId) {
        return background
                .view(importId, caller.actor(), caller.is(Roles.ADMIN))
                .await()
                .atMost(PATIENCE);
    }

    @DELETE
    @Path("/{importId}")
    @Operation(
            operationId = "cancelImport",
            summary = "Cancel an import in the background (author: an own one; admin)",
            description = "What was added stays.")
    @APIResponse(responseCode = "204", description = "Nothing more of it is added")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "conflict")
    public Uni<Void> cancel(UUID importId) {
        return background.cancel(importId, caller.actor(), caller.is(Roles.ADMIN));
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
