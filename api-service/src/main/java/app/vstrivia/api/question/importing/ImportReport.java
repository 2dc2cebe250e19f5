package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.QuestionFormat;
import java.util.List;
import java.util.SortedSet;

/**
 * What became of a file: {@code read = added + duplicates + refused}.
 *
 * @param repaired how many of the added ones were repaired
 * @param categories the names (see {@code CategoryTag}) of the categories that the file's good questions are in
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
        SortedSet<String> categories,
        int omitted,
        List<Finding> findings) {}
