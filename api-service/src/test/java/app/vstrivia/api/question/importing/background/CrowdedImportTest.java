package app.vstrivia.api.question.importing.background;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.question.importing.FileImport;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.api.question.importing.ImportService;
import app.vstrivia.api.question.importing.ReceivedFile;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More imports than there is room for, and files that are not where they should be. */
@ApiTest
class CrowdedImportTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TEXT = "opentriviaqa";

    @Inject
    StoredImports stored;

    @Inject
    BackgroundImports imports;

    @Inject
    ImportService service;

    @Inject
    PrivateFiles files;

    @Inject
    Pool pool;

    private Actor owner;

    @BeforeEach
    void register() {
        owner = new Actor(PlayerId.parse(TestPlayer.register("Ada").id()), null);
    }

    private UUID add(String language, String text) throws IOException {
        return stored.add(owner.player(), TEXT, language, false, text);
    }

    private static void run(BackgroundImportJob worker, UUID id) {
        Outcome outcome = worker.run(id.toString());
        while (!outcome.isDone() && outcome.again().isZero()) {
            outcome = worker.run(id.toString());
        }
    }

    private BackgroundImportView accept(BackgroundImports by, String language, String text) {
        ImportRequest request = new ImportRequest(TEXT, "crowded.txt", "crowded", language);
        try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return by.accept(request, owner, false, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FileImport opened() {
        try {
            return service.open(
                    new ImportRequest(TEXT, null, "front", "na"), SampleFiles.file(SampleFiles.text("front", 0, 1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Of the file that came last and that a job looks for in an hour. */
    private String keyOfTheLast() {
        return "imports/"
                + pool.query("SELECT task_instance FROM job WHERE task_name = 'question-import' AND execution_time"
                                + " BETWEEN NOW(6) + INTERVAL 30 MINUTE AND NOW(6) + INTERVAL 90 MINUTE"
                                + " ORDER BY task_instance DESC LIMIT 1")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString(0);
    }

    @Test
    void oneImportAtATimeIsDoneByAWorkerOfThreeThreads() throws IOException {
        UUID first = add("na", SampleFiles.text("first", 0, 600));
        UUID second = add("na", SampleFiles.text("second", 0, 10));
        List<Outcome> meanwhile = new ArrayList<>();
        BackgroundImportJob[] worker = {null};
        worker[0] = stored.worker(() -> {
            if (meanwhile.isEmpty()) {
                meanwhile.add(worker[0].run(second.toString()));
                assertEquals(ImportStatus.WAITING, stored.find(second).status());
            }
            return 0;
        });

        run(worker[0], first);

        assertEquals(List.of(Outcome.again(Duration.ofSeconds(5))), meanwhile);
        assertEquals(ImportStatus.COMPLETE, stored.find(first).status());
        run(worker[0], second);
        assertEquals(10, stored.find(second).figures().added());
    }

    @Test
    void importsInTheForegroundAndInTheBackgroundTakeNoSeatsOfEachOther() throws IOException {
        UUID id = add("nb", SampleFiles.text("behind", 0, 10));
        List<FileImport> front = new ArrayList<>();
        BackgroundImportJob worker = stored.worker(() -> {
            while (front.size() < 4) {
                front.add(opened());
            }
            return 0;
        });
        try {
            run(worker, id);
            assertEquals(10, stored.find(id).figures().added());
            assertThrows(AllTaken.class, this::opened);

            UUID accepted =
                    accept(imports, "nb", SampleFiles.text("accepted", 0, 10)).id();

            await().atMost(SOON).until(() -> stored.find(accepted).status() == ImportStatus.COMPLETE);
        } finally {
            for (FileImport one : front) {
                one.close();
            }
        }
    }

    @Test
    void anImportWhoseFileIsGoneEnds() throws IOException {
        UUID id = add("nc", SampleFiles.text("gone", 0, 10));
        files.delete(BackgroundImport.key(id));

        run(stored.worker(System::nanoTime), id);

        assertEquals(ImportStatus.INTERRUPTED, stored.find(id).status());
        assertEquals("The file is gone.", stored.find(id).problem());
    }

    @Test
    void aFileStaysWhereNobodyKnowsWhetherItsRowIsThere() {
        BackgroundImports losing = stored.acceptingWithoutAnAnswer();

        assertThrows(StoredImports.Dead.class, () -> accept(losing, "nd", SampleFiles.text("lost", 0, 10)));

        assertEquals(true, files.size(keyOfTheLast()).isPresent());
    }

    @Test
    void ofImportsThatComeTogetherNoneIsBeyondTheLimit() throws IOException {
        for (int i = 0; i < 9; i++) {
            add("ne", "#Q One?\n^ a\nA a\nB b\n");
        }
        String large = SampleFiles.text("together", 0, 5_000);

        List<CompletableFuture<UUID>> all = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> accept(imports, "ne", large).id()))
                .limit(6)
                .toList();
        List<Throwable> refusals = all.stream()
                .map(one -> one.handle((id, refusal) -> refusal).join())
                .filter(refusal -> refusal != null)
                .toList();

        assertEquals(5, refusals.size(), refusals::toString);
        refusals.forEach(
                refusal -> assertEquals(TooManyImports.class, refusal.getCause().getClass()));
        all.stream()
                .filter(one -> !one.isCompletedExceptionally())
                .forEach(one -> imports.cancel(one.join(), owner, false).await().indefinitely());
    }

    @Test
    void aFileThatIsRefusedForTheLimitGoes() throws IOException {
        for (int i = 0; i < 10; i++) {
            add("nf", "#Q One?\n^ a\nA a\nB b\n");
        }

        assertThrows(TooManyImports.class, () -> accept(imports, "nf", SampleFiles.text("refused", 0, 10)));

        assertEquals(true, files.size(keyOfTheLast()).isEmpty());
    }
}
