package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFormat;
import app.vstrivia.api.question.format.QuestionReader;
import io.smallrye.mutiny.Uni;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One opened file on its way into the bank; to be run once and closed. Blocks while it waits for the database. */
public final class FileImport implements Closeable {
    /** Questions in a transaction: enough to make the commit cheap, few enough to hold the buckets for some 50 ms. */
    static final int BATCH = 500;

    /** Lines of earlier questions are remembered up to here, to name them in the report. */
    private static final int REMEMBERED = 200_000;

    private static final int PROGRESS_EVERY = 1000;

    private static final ImportStore.Also NOTHING_ELSE =
            (transaction, added) -> Uni.createFrom().voidItem();

    private final ImportRequest request;
    private final QuestionFormat format;
    private final QuestionReader reader;
    private final FileMedia media;
    private final ImportStore store;
    private final ImportSeat seat;
    private ImportTally tally = new ImportTally(ImportFigures.NONE, ImportTally.MOST_FINDINGS);
    private final Map<Fingerprint, ParsedItem.Fit> batch = new LinkedHashMap<>();
    private final FileLikeness likeness = new FileLikeness();
    private final FileCategories categories;
    private final Map<Fingerprint, Integer> lines = new HashMap<>();
    private ImportFigures noted = ImportFigures.NONE;
    private int read;
    /** How many had been read at the end of the last step. */
    private int flushed;

    FileImport(
            ImportRequest request,
            QuestionFormat format,
            QuestionReader reader,
            FileMedia media,
            FileCategories categories,
            ImportStore store,
            ImportSeat seat) {
        this.request = request;
        this.format = format;
        this.reader = reader;
        this.media = media;
        this.categories = categories;
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
                flush(Checkpoint.NONE);
                progress.accept(progress());
            } else if (read % PROGRESS_EVERY == 0) {
                progress.accept(progress());
            }
        }
        flush(Checkpoint.NONE);
        return tally.report(
                Objects.requireNonNullElse(request.name(), ""),
                format,
                request.dryRun(),
                Duration.ofNanos(System.nanoTime() - start),
                categories());
    }

    /**
     * Imports what follows on what an earlier run has done, step by step; whether the file has come to its end. A step is
     * 1,000 items at most, and the same in each run.
     *
     * @param earlier how far that came, by its last step; {@link ImportFigures#NONE} if there was none
     * @param most findings that are listed at most
     * @param checkpoint is told each step
     * @param enough is asked after each step whether to stop
     */
    public boolean goOn(ImportFigures earlier, int most, Checkpoint checkpoint, BooleanSupplier enough)
            throws IOException {
        skip(earlier.read());
        tally = new ImportTally(earlier, most);
        noted = earlier;
        for (ParsedItem item = reader.next(); item != null; item = reader.next()) {
            read++;
            take(item);
            if (isStep()) {
                flush(checkpoint);
                if (enough.getAsBoolean()) {
                    return false;
                }
            }
        }
        if (read > flushed) {
            flush(checkpoint);
        }
        return true;
    }

    /** Reads what was dealt with, to know what later items are to be compared with. */
    private void skip(int items) throws IOException {
        tally = new ImportTally(ImportFigures.NONE, 0);
        while (read < items) {
            ParsedItem item = reader.next();
            if (item == null) {
                throw new IllegalStateException("the file is shorter than it was");
            }
            read++;
            take(item);
            if (isStep() || read == items) {
                likeness.add(batch);
                batch.clear();
                flushed = read;
            }
        }
    }

    private boolean isStep() {
        return batch.size() == BATCH || read - flushed == PROGRESS_EVERY;
    }

    /** The names of the categories of the file's good questions so far. */
    public SortedSet<String> categories() {
        return categories.names();
    }

    public QuestionFormat format() {
        return format;
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

    private void take(ParsedItem read) throws IOException {
        ParsedItem item = read instanceof ParsedItem.Fit sound ? media.identified(sound) : read;
        if (item instanceof ParsedItem.Refused refused) {
            tally.refused(refused);
            return;
        }
        ParsedItem.Fit fit = (ParsedItem.Fit) item;
        if (!categories.add(fit.question().category())) {
            tally.refused(refused(fit, FileCategories.TOO_MANY));
            return;
        }
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

    private void flush(Checkpoint checkpoint) throws IOException {
        if (batch.isEmpty() && checkpoint == Checkpoint.NONE) {
            return;
        }
        refuseNewCategories();
        bringMedia();
        Map<Fingerprint, UUID> inBank = batch.isEmpty() ? Map.of() : store.alike(batch);
        Map<Fingerprint, Integer> inFile = likeness.add(batch);
        ImportFigures before = noted;
        ImportStore.Also also = (transaction, added) -> {
            ImportTally now = tally.copy();
            settle(now, added, inFile, inBank);
            return checkpoint.note(transaction, before, now.figures(read), now.findings());
        };
        Set<Fingerprint> added;
        if (request.dryRun() || batch.isEmpty()) {
            added = store.unknown(batch.keySet());
            if (checkpoint != Checkpoint.NONE) {
                store.addNone(added, also);
            }
        } else {
            added = store.add(batch, request.status(), checkpoint == Checkpoint.NONE ? NOTHING_ELSE : also);
        }
        settle(tally, added, inFile, inBank);
        if (checkpoint != Checkpoint.NONE) {
            tally.forgetFindings();
        }
        batch.clear();
        flushed = read;
        noted = tally.figures(read);
    }

    /** Those that the bank has no room for. */
    private void refuseNewCategories() {
        Set<CategoryTag> without = categories.withoutRoom(
                batch.values().stream().map(item -> item.question().category()).toList());
        if (!without.isEmpty()) {
            batch.values().removeIf(item -> {
                boolean full = without.contains(item.question().category());
                if (full) {
                    tally.refused(refused(item, FileCategories.BANK_FULL));
                }
                return full;
            });
        }
    }

    private static ParsedItem.Refused refused(ParsedItem.Fit item, Note why) {
        return new ParsedItem.Refused(item.line(), why, item.question().text());
    }

    /** Of questions that the bank does not have: nothing is brought for nothing. */
    private void bringMedia() throws IOException {
        Set<Fingerprint> asked = batch.entrySet().stream()
                .filter(entry -> entry.getValue().question().media() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (Fingerprint fingerprint : store.unknown(asked)) {
            ParsedItem item = media.brought(batch.get(fingerprint));
            if (item instanceof ParsedItem.Refused refused) {
                tally.refused(refused);
                batch.remove(fingerprint);
            } else {
                batch.put(fingerprint, (ParsedItem.Fit) item);
            }
        }
    }

    /** Counts a batch. Of what was there already nothing else is told. */
    private void settle(
            ImportTally counts,
            Set<Fingerprint> added,
            Map<Fingerprint, Integer> inFile,
            Map<Fingerprint, UUID> inBank) {
        batch.forEach((fingerprint, item) -> {
            if (!added.contains(fingerprint)) {
                counts.duplicate(item, "the question is in the bank already");
                return;
            }
            counts.added(item);
            // With the file first, and then with the bank: so a dry run finds the same.
            if (inFile.get(fingerprint) > 0) {
                counts.lookAlike(item, "much like the question of line " + inFile.get(fingerprint), null);
            } else if (inBank.containsKey(fingerprint)) {
                counts.lookAlike(item, "much like a question of the bank", inBank.get(fingerprint));
            }
        });
    }
}
