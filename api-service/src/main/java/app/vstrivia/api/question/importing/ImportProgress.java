package app.vstrivia.api.question.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an import has come.
 *
 * @param read items seen
 * @param added questions that are now in the bank
 * @param total items in the file; null as long as it is not known
 */
public record ImportProgress(
        int read, int added, @Schema(nullable = true) Integer total) {}
