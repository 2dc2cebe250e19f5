package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.question.format.QuestionFormat;
import app.vstrivia.api.question.importing.Finding;
import app.vstrivia.api.question.importing.ImportFigures;
import app.vstrivia.api.question.importing.ImportReport;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import in the background.
 *
 * @param stream tells how it goes on: {@code watch} it over the socket
 * @param name the file's; empty if it has none
 * @param read items seen
 * @param added questions that are in the bank since then
 * @param problem why it was interrupted
 * @param keptUntil when it is thrown away, but for the questions; null while it goes on
 * @param report once it has ended; of one that did not get to the end of the file, up to there
 */
public record BackgroundImportView(
        UUID id,
        String stream,
        ImportStatus status,
        String name,
        boolean dryRun,
        int read,
        int added,
        int duplicates,
        int refused,
        Instant createdAt,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) Instant keptUntil,
        @Schema(nullable = true) String problem,
        @Schema(nullable = true) ImportReport report) {

    /** @param findings null while it goes on */
    static BackgroundImportView of(BackgroundImport row, List<Finding> findings) {
        boolean ended = !row.status().isOpen();
        ImportFigures figures = row.figures();
        return new BackgroundImportView(
                row.id(),
                row.stream().toString(),
                row.status(),
                row.name(),
                row.request().dryRun(),
                figures.read(),
                figures.added(),
                figures.duplicates(),
                figures.refused(),
                instant(row.createdAt()),
                ended ? instant(row.endedAt()) : null,
                ended ? instant(row.keptUntil()) : null,
                row.problem(),
                ended ? report(row, findings) : null);
    }

    private static ImportReport report(BackgroundImport row, List<Finding> findings) {
        ImportFigures figures = row.figures();
        return new ImportReport(
                row.name(),
                QuestionFormat.of(row.request().format()),
                row.request().dryRun(),
                figures.read(),
                figures.added(),
                figures.duplicates(),
                figures.repaired(),
                figures.lookAlikes(),
                figures.refused(),
                row.worked().toMillis() / 1000.0,
                row.categories(),
                figures.omitted(),
                findings);
    }

    private static Instant instant(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
