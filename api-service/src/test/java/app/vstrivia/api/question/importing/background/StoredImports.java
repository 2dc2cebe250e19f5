package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.job.SlowJobs;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.importing.ImportFigures;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.ReceivedFile;
import app.vstrivia.api.webhook.delivery.Webhooks;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.stream.StreamReader;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Imports that no worker knows of, and workers that die when a test says so. */
@ApplicationScoped
class StoredImports {
    private static final int THREADS = 3;

    private final Pool pool;
    private final ObjectMapper json;
    private final BackgroundImportStore store;
    private final ImportService imports;
    private final Ending ending;
    private final PrivateFiles files;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final Jobs jobs;

    StoredImports(
            Pool pool,
            ObjectMapper json,
            BackgroundImportStore store,
            ImportService imports,
            Ending ending,
            PrivateFiles files,
            Transactions transactions,
            AuditLog audit,
            Webhooks webhooks,
            Jobs jobs) {
        this.audit = audit;
        this.webhooks = webhooks;
        this.jobs = jobs;
        this.pool = pool;
        this.json = json;
        this.store = store;
        this.imports = imports;
        this.ending = ending;
        this.files = files;
        this.transactions = transactions;
    }

    /** As {@link BackgroundImports} does it, without the job. */
    UUID add(PlayerId owner, String format, String language, boolean dryRun, String text) throws IOException {
        UUID id = UuidV7.next();
        put(id, text);
        ImportRequest request = new ImportRequest(
                format, "stored.txt", "stored", language, null, null, QuestionStatus.APPROVED, dryRun);
        transactions
                .run(transaction -> store.add(transaction, id, new Actor(owner, null), request)
                        .chain(() -> transaction.create(BackgroundImport.stream(id)))
                        .chain(() -> transaction.admit(new StreamReader(BackgroundImport.stream(id), owner))))
                .await()
                .indefinitely();
        return id;
    }

    void put(UUID id, String text) throws IOException {
        try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                FileChannel bytes = file.channel()) {
            files.put(BackgroundImport.key(id), bytes, "application/octet-stream");
        }
    }

    BackgroundImport find(UUID id) {
        return store.find(id).await().indefinitely().orElseThrow();
    }

    BackgroundImportJob worker(LongSupplier nanos) {
        return new BackgroundImportJob(store, imports, ending, files, transactions, new SlowJobs(THREADS), nanos);
    }

    /** Dies while the transaction of its first step is open. */
    BackgroundImportJob workerThatDiesInAStep() {
        return workerWith(new DyingStore(pool, json, true));
    }

    /** Dies while the transaction of the end is open. */
    BackgroundImportJob workerThatDiesAtTheEnd() {
        return workerWith(new DyingStore(pool, json, false));
    }

    /** Never learns whether a row was committed. */
    BackgroundImports acceptingWithoutAnAnswer() {
        BackgroundImportStore dying = new BackgroundImportStore(pool, json) {
            @Override
            Uni<Void> add(Transaction transaction, UUID id, Actor by, ImportRequest request) {
                return Uni.createFrom().failure(new Dead());
            }
        };
        return new BackgroundImports(imports, dying, ending, files, transactions, jobs);
    }

    private BackgroundImportJob workerWith(BackgroundImportStore dying) {
        return new BackgroundImportJob(
                dying,
                imports,
                new Ending(dying, audit, webhooks),
                files,
                transactions,
                new SlowJobs(THREADS),
                System::nanoTime);
    }

    /** Dies when its first step is committed: that is the third time that it looks at its watch. */
    BackgroundImportJob workerThatDiesAfterAStep() {
        int[] looks = {0};
        return worker(() -> {
            if (++looks[0] == 3) {
                throw new Dead();
            }
            return System.nanoTime();
        });
    }

    /** What a process that was killed does not do any more. */
    static final class Dead extends RuntimeException {}

    @Vetoed
    private static final class DyingStore extends BackgroundImportStore {
        private final boolean inAStep;

        private DyingStore(Pool pool, ObjectMapper json, boolean inAStep) {
            super(pool, json);
            this.inAStep = inAStep;
        }

        @Override
        Uni<Boolean> advance(Transaction transaction, UUID id, int from, ImportFigures to, Duration took) {
            return super.advance(transaction, id, from, to, took).invoke(() -> {
                if (inAStep) {
                    throw new Dead();
                }
            });
        }

        @Override
        Uni<Boolean> end(
                Transaction transaction, UUID id, ImportStatus how, String problem, SortedSet<String> categories) {
            return super.end(transaction, id, how, problem, categories).invoke(() -> {
                throw new Dead();
            });
        }
    }
}
