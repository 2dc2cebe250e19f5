package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.QuestionFormat;
import java.util.List;

/**
 * What became of a file: {@code read = added + duplicates + refused}.
 *
 * @param repaired how many of the added ones were repaired
 * @param omitted findings that are counted but not listed, because there are too many
 */
public record ImportReport(
        String name,
        QuestionFormat format,
        int read,
        int added,
        int duplicates,
        int repaired,
        int refused,
        double seconds,
        int omitted,
        List<Finding> findings) {}
