package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFormat;
import app.vstrivia.api.question.importing.Finding.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts what becomes of a file's items. */
final class ImportTally {
    /** Findings that are listed at most, if the report is in memory. */
    static final int MOST_FINDINGS = 100_000;

    private final int most;
    private final List<Finding> findings = new ArrayList<>();
    private int added;
    private int duplicates;
    private int repaired;
    private int lookAlikes;
    private int refused;
    private int listed;
    private int omitted;

    /** Goes on after {@code earlier}, whose findings are kept elsewhere; lists {@code most} with those. */
    ImportTally(ImportFigures earlier, int most) {
        this.most = most;
        this.added = earlier.added();
        this.duplicates = earlier.duplicates();
        this.repaired = earlier.repaired();
        this.lookAlikes = earlier.lookAlikes();
        this.refused = earlier.refused();
        this.listed = earlier.listed();
        this.omitted = earlier.omitted();
    }

    /** One that counts on without this one. */
    ImportTally copy() {
        ImportTally copy = new ImportTally(figures(0), most);
        copy.findings.addAll(findings);
        return copy;
    }

    void refused(ParsedItem.Refused item) {
        refused++;
        find(item.line(), Outcome.REFUSED, item.note(), item.text());
    }

    void duplicate(ParsedItem.Fit item, String reason) {
        duplicates++;
        find(
                item.line(),
                Outcome.DUPLICATE,
                new Note("duplicate", reason),
                item.question().text());
    }

    void added(ParsedItem.Fit item) {
        added++;
        if (item.repairs().isEmpty()) {
            return;
        }
        repaired++;
        String reasons = item.repairs().stream().map(Note::reason).collect(Collectors.joining("; "));
        Note note = new Note(item.repairs().get(0).code(), reasons);
        find(item.line(), Outcome.REPAIRED, note, item.question().text());
    }

    /** @param id the question of the bank, or null if it is one of the same file */
    void lookAlike(ParsedItem.Fit item, String reason, UUID id) {
        lookAlikes++;
        find(
                item.line(),
                Outcome.LOOK_ALIKE,
                new Note("look-alike", reason),
                item.question().text(),
                id);
    }

    ImportProgress progress(int read) {
        return new ImportProgress(read, added, null);
    }

    ImportFigures figures(int read) {
        return new ImportFigures(read, added, duplicates, repaired, lookAlikes, refused, listed, omitted);
    }

    /** Those since the last {@link #forgetFindings}. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** They are kept elsewhere from now on. */
    void forgetFindings() {
        findings.clear();
    }

    ImportReport report(
            String name, QuestionFormat format, boolean dryRun, Duration took, SortedSet<String> categories) {
        findings.sort(Comparator.comparingInt(Finding::line));
        return new ImportReport(
                name,
                format,
                dryRun,
                added + duplicates + refused,
                added,
                duplicates,
                repaired,
                lookAlikes,
                refused,
                took.toMillis() / 1000.0,
                categories,
                omitted,
                List.copyOf(findings));
    }

    private void find(int line, Outcome outcome, Note note, String text) {
        find(line, outcome, note, text, null);
    }

    private void find(int line, Outcome outcome, Note note, String text, UUID similar) {
        if (listed < most) {
            listed++;
            findings.add(Finding.of(line, outcome, note, text, similar));
        } else {
            omitted++;
        }
    }
}
