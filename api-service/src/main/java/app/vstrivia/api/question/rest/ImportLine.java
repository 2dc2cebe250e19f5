package app.vstrivia.api.question.rest;

import app.vstrivia.api.question.importing.ImportProgress;
import app.vstrivia.api.question.importing.ImportReport;
import app.vstrivia.api.question.importing.background.BackgroundImportView;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of the answer to an import: progress, and at the end the report or what went wrong; or that it follows in the
 * background.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportLine(
        @Schema(nullable = true) ImportProgress progress,
        @Schema(nullable = true) ImportReport report,
        @Schema(nullable = true) Failure problem,
        @Schema(nullable = true) BackgroundImportView accepted) {
    /** An import that did not end; what {@code progress} counts as added stays, and the same import adds the rest. */
    record Failure(String code, String detail, ImportProgress progress) {}

    static ImportLine of(ImportProgress progress) {
        return new ImportLine(progress, null, null, null);
    }

    static ImportLine of(ImportReport report) {
        return new ImportLine(null, report, null, null);
    }

    static ImportLine of(BackgroundImportView accepted) {
        return new ImportLine(null, null, null, accepted);
    }

    static ImportLine interrupted(String why, ImportProgress progress) {
        String detail = why + " What is added stays; import the file again to add the rest.";
        return new ImportLine(null, null, new Failure("import-interrupted", detail, progress), null);
    }
}
