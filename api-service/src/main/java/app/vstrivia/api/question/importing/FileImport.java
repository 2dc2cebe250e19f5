package app.vstrivia.api.question.importing;

import app.vstrivia.api.platform.bulkhead.Seats;
import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFormat;
import app.vstrivia.api.question.format.QuestionReader;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** One opened file on its way into the bank; to be run once and closed. Blocks while it waits for the database. */
public final class FileImport implements Closeable {
    /** Questions in a transaction: enough to make the commit cheap, few enough to hold the buckets for some 50 ms. */
    static final int BATCH = 500;

    /** Lines of earlier questions are remembered up to here, to name them in the report. */
    private static final int REMEMBERED = 200_000;

    private static final int PROGRESS_EVERY = 1000;

    /** Whoever looks at the bank gets all that there are. */
    private static final int MOST_CATEGORIES = 1_000;

    private static final Note CATEGORIES =
            new Note("too-many-categories", "a file has " + MOST_CATEGORIES + " categories at most");

    /** A question about a picture is none without it. */
    private static final Note NO_MEDIA = new Note("media-not-taken", "the bank takes no pictures and videos");

    private final ImportRequest request;
    private final QuestionFormat format;
    private final QuestionReader reader;
    private final ImportStore store;
    private final Seats.Seat seat;
    private final ImportTally tally = new ImportTally();
    private final Map<Fingerprint, ParsedItem.Fit> batch = new LinkedHashMap<>();
    private final FileLikeness likeness = new FileLikeness();
    private final Set<CategoryTag> categories = new HashSet<>();
    private final Map<Fingerprint, Integer> lines = new HashMap<>();
    private int read;

    FileImport(
            ImportRequest request, QuestionFormat format, QuestionReader reader, ImportStore store, Seats.Seat seat) {
        this.request = request;
        this.format = format;
        this.reader = reader;
        this.store = store;
        this.seat = seat;
    }

    /**
     * Imports the file. What was committed before a failure stays; running the import again adds the rest.
     *
     * @param progress is told after each batch, and at least once in 1,000 items
     */
    public ImportReport run(Consumer<ImportProgress> progress) throws IOException {
        long start = System.nanoTime();
        for (ParsedItem item = reader.next(); item != null; item = reader.next()) {
            read++;
            take(item);
            if (batch.size() == BATCH) {
                flush();
                progress.accept(progress());
            } else if (read % PROGRESS_EVERY == 0) {
                progress.accept(progress());
            }
        }
        flush();
        return tally.report(
                Objects.requireNonNullElse(request.name(), ""),
                format,
                request.dryRun(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Whether nothing is changed. */
    public boolean isDryRun() {
        return request.dryRun();
    }

    /** How far the import has come. */
    public ImportProgress progress() {
        return tally.progress(read);
    }

    @Override
    public void close() throws IOException {
        try (seat) {
            reader.close();
        }
    }

    private void take(ParsedItem item) {
        if (item instanceof ParsedItem.Refused refused) {
            tally.refused(refused);
            return;
        }
        ParsedItem.Fit fit = (ParsedItem.Fit) item;
        if (fit.question().media() != null) {
            tally.refused(
                    new ParsedItem.Refused(fit.line(), NO_MEDIA, fit.question().text()));
            return;
        }
        if (!categories.contains(fit.question().category()) && categories.size() == MOST_CATEGORIES) {
            tally.refused(new ParsedItem.Refused(
                    fit.line(), CATEGORIES, fit.question().text()));
            return;
        }
        categories.add(fit.question().category());
        Fingerprint fingerprint = Fingerprint.of(fit.question());
        Integer before = lines.get(fingerprint);
        if (before == null && lines.size() < REMEMBERED) {
            lines.put(fingerprint, fit.line());
        }
        if (before != null || batch.containsKey(fingerprint)) {
            tally.duplicate(
                    fit, before == null ? "repeats an earlier question" : "repeats the question of line " + before);
        } else {
            batch.put(fingerprint, fit);
        }
    }

    /** With what came before it in the file, and then with the bank: so a dry run finds the same. */
    private void compare(ParsedItem.Fit item, UUID inBank) {
        Likeness text = Likeness.of(item.question().language(), item.question().text());
        int line = likeness.add(item.line(), text);
        if (line > 0) {
            tally.lookAlike(item, "much like the question of line " + line, null);
        } else if (inBank != null) {
            tally.lookAlike(item, "much like a question of the bank", inBank);
        }
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        Map<Fingerprint, UUID> alike = store.alike(batch);
        Set<Fingerprint> added = request.dryRun() ? store.unknown(batch.keySet()) : store.add(batch, request.status());
        batch.forEach((fingerprint, item) -> {
            if (added.contains(fingerprint)) {
                tally.added(item);
                compare(item, alike.get(fingerprint));
            } else {
                tally.duplicate(item, "the question is in the bank already");
            }
        });
        batch.clear();
    }
}
