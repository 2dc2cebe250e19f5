package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.SlowJobs;
import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.bulkhead.Seats;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.format.UnknownFormat;
import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.ReceivedFile;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.stream.StreamReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Imports a file, and forgets it a week later. One job for both: so they never meet. */
@ApplicationScoped
class BackgroundImportJob implements Job {
    static final String KIND = "question-import";

    /** Findings that are listed at most; beyond, they are counted. */
    static final int MOST_FINDINGS = 10_000;

    private static final Duration SEATS_TAKEN = Duration.ofSeconds(5);

    private final BackgroundImportStore store;
    private final ImportService imports;
    private final Ending ending;
    private final PrivateFiles files;
    private final Transactions transactions;
    private final SlowJobs slowJobs;
    private final LongSupplier nanos;

    @Inject
    BackgroundImportJob(
            BackgroundImportStore store,
            ImportService imports,
            Ending ending,
            PrivateFiles files,
            Transactions transactions,
            SlowJobs slowJobs) {
        this(store, imports, ending, files, transactions, slowJobs, System::nanoTime);
    }

    BackgroundImportJob(
            BackgroundImportStore store,
            ImportService imports,
            Ending ending,
            PrivateFiles files,
            Transactions transactions,
            SlowJobs slowJobs,
            LongSupplier nanos) {
        this.store = store;
        this.imports = imports;
        this.ending = ending;
        this.files = files;
        this.transactions = transactions;
        this.slowJobs = slowJobs;
        this.nanos = nanos;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The file has to go some day. */
    @Override
    public boolean mayBeGivenUp() {
        return false;
    }

    @Override
    public Outcome run(String thing) {
        UUID id = UuidV7.parse(thing);
        Optional<BackgroundImport> found = done(store.find(id));
        if (found.isPresent() && found.get().status().isOpen()) {
            return work(found.get());
        }
        files.delete(BackgroundImport.key(id));
        if (found.isEmpty()) {
            return Outcome.done();
        }
        Duration left = found.get().left();
        if (left.compareTo(Duration.ZERO) > 0) {
            return Outcome.again(left);
        }
        done(transactions.run(transaction -> drop(transaction, found.get())));
        return Outcome.done();
    }

    private Outcome work(BackgroundImport row) {
        Seats.Seat seat;
        try {
            seat = slowJobs.take(KIND);
        } catch (AllTaken later) {
            return Outcome.again(SEATS_TAKEN);
        }
        try {
            return workSeated(row);
        } finally {
            seat.close();
        }
    }

    private Outcome workSeated(BackgroundImport row) {
        done(store.start(row.id()));
        try (InputStream bytes = files.open(BackgroundImport.key(row.id()));
                ReceivedFile file = ReceivedFile.of(bytes);
                FileImport opened = imports.openUnseated(row.request(), row.by().player(), file)) {
            return work(row, opened);
        } catch (UnreadableFile | UnknownFormat unreadable) {
            return interrupt(row, unreadable.getDetail());
        } catch (NoSuchKeyException gone) {
            return interrupt(row, "The file is gone.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Outcome interrupt(BackgroundImport row, String why) {
        return end(row, (transaction, now) -> ending.interrupt(transaction, now, why, new TreeSet<>()));
    }

    private Outcome work(BackgroundImport row, FileImport opened) throws IOException {
        Progress progress = new Progress(row, store, nanos);
        try {
            boolean complete = opened.goOn(row.figures(), MOST_FINDINGS, progress, progress::isEnough);
            SortedSet<String> categories = opened.categories();
            return complete
                    ? end(row, (transaction, now) -> ending.complete(transaction, now, categories))
                    : Outcome.again(Duration.ZERO);
        } catch (UnreadableFile unreadable) {
            SortedSet<String> categories = opened.categories();
            return end(
                    row, (transaction, now) -> ending.interrupt(transaction, now, unreadable.getDetail(), categories));
        } catch (Overtaken elsewhere) {
            return Outcome.again(Duration.ZERO);
        }
    }

    /** The file goes with the next run. */
    private Outcome end(BackgroundImport row, End end) {
        done(transactions.run(transaction -> store.lock(transaction, row.id())
                .chain(now -> now.filter(one -> one.status().isOpen())
                        .map(open -> end.with(transaction, open))
                        .orElseGet(() -> Uni.createFrom().voidItem()))));
        return Outcome.again(Duration.ZERO);
    }

    /** Whoever watches it is told. */
    private Uni<Void> drop(Transaction transaction, BackgroundImport row) {
        Uni<Void> told = row.by().player() == null
                ? Uni.createFrom().voidItem()
                : transaction.withdraw(new StreamReader(row.stream(), row.by().player()));
        return told.chain(() -> transaction.drop(row.stream())).chain(() -> store.drop(transaction, row.id()));
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }

    /** Ends an import that is locked, and open. */
    @FunctionalInterface
    private interface End {
        Uni<Void> with(Transaction transaction, BackgroundImport now);
    }
}
