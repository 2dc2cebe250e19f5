package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.UnknownPlayer;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.storage.StorageAway;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.ReceivedFile;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.ImportEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** Takes files that are imported later, and tells what became of them. */
@ApplicationScoped
public class BackgroundImports {
    private static final int MOST_OPEN = 10;

    /** After that a file without a row is nobody's: taking it takes seconds. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ImportService imports;
    private final BackgroundImportStore store;
    private final Ending ending;
    private final PrivateFiles files;
    private final Transactions transactions;
    private final Jobs jobs;

    BackgroundImports(
            ImportService imports,
            BackgroundImportStore store,
            Ending ending,
            PrivateFiles files,
            Transactions transactions,
            Jobs jobs) {
        this.imports = imports;
        this.store = store;
        this.ending = ending;
        this.files = files;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    /**
     * Takes a file. Throws what {@link ImportService#open} throws, {@link TooManyImports} or {@link UnknownPlayer}. Blocks.
     *
     * @param admin whether it may be nobody's: an operator is no player
     */
    public BackgroundImportView accept(ImportRequest request, Actor by, boolean admin, ReceivedFile file)
            throws IOException {
        ImportRequest known = request.of(imports.check(request, file));
        UUID id = UuidV7.next();
        // Should this process end before the row is there, the job finds none and deletes the file.
        waitFor(transactions.run(transaction -> ask(transaction, id, ABANDONED)));
        try (FileChannel bytes = file.channel()) {
            files.put(BackgroundImport.key(id), bytes, "application/octet-stream");
            waitFor(transactions.run(transaction -> add(transaction, id, by, admin, known)));
        } catch (TooManyImports | UnknownPlayer | StorageAway refusal) {
            forget(id, refusal);
            throw refusal; // After any other failure the row may be there: the job knows, and has to find the file.
        }
        return waitFor(view(id, by, true));
    }

    private void forget(UUID id, RuntimeException refusal) {
        try {
            files.delete(BackgroundImport.key(id));
        } catch (RuntimeException later) {
            refusal.addSuppressed(later); // the job deletes it
        }
    }

    private Uni<Void> add(Transaction transaction, UUID id, Actor by, boolean admin, ImportRequest request) {
        StreamId stream = BackgroundImport.stream(id);
        return owner(transaction, by, admin)
                .call(owner -> store.open(transaction, owner.player()).invoke(open -> {
                    if (open >= MOST_OPEN) {
                        throw new TooManyImports();
                    }
                }))
                .call(owner -> store.add(transaction, id, owner, request))
                .call(() -> transaction.create(stream))
                .call(owner -> owner.player() == null
                        ? Uni.createFrom().voidItem()
                        : transaction.admit(new StreamReader(stream, owner.player())))
                .call(() -> ask(transaction, id, Duration.ZERO))
                .invoke(() -> transaction.tell(
                        stream,
                        new ImportEvent.ImportAccepted(
                                Objects.requireNonNullElse(request.name(), ""), request.format(), request.dryRun())))
                .replaceWithVoid();
    }

    /** The player, locked, so that no other import comes in between; for an admin who is none, the name in the token. */
    private static Uni<Actor> owner(Transaction transaction, Actor by, boolean admin) {
        if (by.player() == null) {
            return Uni.createFrom().item(by);
        }
        return Accounts.find(transaction, by.player()).map(found -> {
            boolean there = found.filter(account -> !account.isMerged()).isPresent();
            if (!there && !admin) {
                throw new UnknownPlayer();
            }
            return there ? by : new Actor(null, by.player().toString());
        });
    }

    /** One that the caller may see: an own one, or any as an admin. Fails with {@link ImportNotFound}. */
    public Uni<BackgroundImportView> view(UUID id, Actor by, boolean admin) {
        return store.find(id)
                .map(found ->
                        found.filter(row -> admin || row.isOf(by.player())).orElseThrow(ImportNotFound::new))
                .chain(row -> row.status().isOpen()
                        ? Uni.createFrom().item(BackgroundImportView.of(row, null))
                        : store.findings(id).map(findings -> BackgroundImportView.of(row, findings)));
    }

    /** Ends one; what was added stays. Fails with {@link ImportNotFound} or {@link ImportEnded}. */
    public Uni<Void> cancel(UUID id, Actor by, boolean admin) {
        return transactions.run(transaction -> store.lock(transaction, id)
                .map(found ->
                        found.filter(row -> admin || row.isOf(by.player())).orElseThrow(ImportNotFound::new))
                .chain(row -> {
                    if (row.status() == ImportStatus.CANCELLED) {
                        return Uni.createFrom().voidItem();
                    }
                    if (!row.status().isOpen()) {
                        throw new ImportEnded();
                    }
                    return ending.cancel(transaction, row).chain(() -> ask(transaction, id, Duration.ZERO));
                }));
    }

    private Uni<Void> ask(Transaction transaction, UUID id, Duration delay) {
        return jobs.add(transaction, BackgroundImportJob.KIND, id.toString(), delay);
    }

    private static <T> T waitFor(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
