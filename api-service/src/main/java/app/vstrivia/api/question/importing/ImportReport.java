package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.QuestionFormat;
import java.util.List;
import java.util.SortedSet;

/**
 * What became of a file: {@code read = added + duplicates + refused}.
 *
 * @param dryRun nothing was changed: added is what would have been
 * @param repaired how many of the added ones were repaired
 * @param lookAlikes how many of the added ones are much like another question
 * @param categories the names (see {@code CategoryTag}) of the categories that the file's good questions are in
 * @param omitted findings that are counted but not listed, because there are too many
 */
public record ImportReport(
        String name,
        QuestionFormat format,
        boolean dryRun,
        int read,
        int added,
        int duplicates,
        int repaired,
        int lookAlikes,
        int refused,
        double seconds,
        SortedSet<String> categories,
        int omitted,
        List<Finding> findings) {}
