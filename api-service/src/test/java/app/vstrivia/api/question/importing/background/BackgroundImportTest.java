package app.vstrivia.api.question.importing.background;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.question.importing.ImportReport;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

@ApiTest
class BackgroundImportTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TEXT = "opentriviaqa";

    /** Something of all that there is to report, again and again: 2,600 items, of which 2,400 are questions. */
    private static final String MIXED = mixed();

    private static final int STEPS = 5;

    @Inject
    StoredImports stored;

    @Inject
    BackgroundImports imports;

    @Inject
    BackgroundImportJob job;

    @Inject
    PrivateFiles files;

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;
    private PlayerId owner;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.register("Ada");
        owner = PlayerId.parse(ada.id());
    }

    private static String mixed() {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < 2_400; from += 24) {
            text.append(SampleFiles.text("mixed", from, from + 24))
                    .append("#Q Which one is not there, ")
                    .append(from)
                    .append("?\n^ c\nA a\nB b\n\n")
                    .append(SampleFiles.text("mixed", from / 2, from / 2 + 1));
        }
        return text.toString();
    }

    private UUID add(String language, String text) throws IOException {
        return stored.add(owner, TEXT, language, false, text);
    }

    /** Until it has nothing to do any more for now. */
    private void run(UUID id) {
        run(stored.worker(System::nanoTime), id);
    }

    private static void run(BackgroundImportJob worker, UUID id) {
        Outcome outcome = worker.run(id.toString());
        while (!outcome.isDone() && outcome.again().isZero()) {
            outcome = worker.run(id.toString());
        }
    }

    private BackgroundImportView view(UUID id) {
        return imports.view(id, new Actor(owner, null), false).await().indefinitely();
    }

    private List<String> events(UUID id) {
        return tables.events("import:" + id);
    }

    private long count(String from, Object... values) {
        return pool.preparedQuery("SELECT COUNT(*) FROM " + from)
                .execute(Values.of(values))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private long questions(String language) {
        return count("question q JOIN question_bucket b ON b.id = q.bucket_id WHERE b.language = ?", language);
    }

    private static List<Object> withoutSeconds(ImportReport report) {
        return List.of(
                report.read(),
                report.added(),
                report.duplicates(),
                report.repaired(),
                report.lookAlikes(),
                report.refused(),
                report.categories(),
                report.omitted(),
                report.findings());
    }

    @Test
    void whateverStepItIsKilledAtItGoesOnThereAndNothingIsDoubled() throws IOException {
        UUID whole = add("ma", MIXED);
        run(whole);
        UUID killed = add("mb", MIXED);
        for (int step = 1; step <= STEPS; step++) {
            int before = stored.find(killed).figures().read();
            assertDies(stored.workerThatDiesInAStep(), killed);
            assertEquals(before, stored.find(killed).figures().read());
            assertEquals(stored.find(killed).figures().added(), questions("mb"));
            if (step < STEPS) {
                assertDies(stored.workerThatDiesAfterAStep(), killed);
                assertTrue(stored.find(killed).figures().read() > before);
                assertEquals(stored.find(killed).figures().added(), questions("mb"));
            }
        }
        assertDies(stored.workerThatDiesAtTheEnd(), killed);
        assertEquals(ImportStatus.RUNNING, stored.find(killed).status());
        run(killed);

        ImportReport report = view(killed).report();
        assertEquals(withoutSeconds(view(whole).report()), withoutSeconds(report));
        assertEquals(
                List.of(2_600, 2_400, 100, 100),
                List.of(report.read(), report.added(), report.duplicates(), report.refused()));
        assertEquals(2_400, questions("mb"));
        assertEquals(List.of("import-ended"), last(events(killed), 1));
        assertEquals(1, events(killed).stream().filter("import-ended"::equals).count());
    }

    private static void assertDies(BackgroundImportJob worker, UUID id) {
        assertThrows(StoredImports.Dead.class, () -> worker.run(id.toString()));
    }

    private static <T> List<T> last(List<T> all, int some) {
        return all.subList(all.size() - some, all.size());
    }

    @Test
    void theImportOfAWorkerThatWasKilledIsDoneByAnother() throws IOException {
        UUID id = add("mc", SampleFiles.text("another", 0, 1_200));
        assertThrows(StoredImports.Dead.class, () -> stored.workerThatDiesAfterAStep()
                .run(id.toString()));

        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) VALUES ('question-import', ?, NOW(6) - INTERVAL 1 MINUTE, 1, 'killed',"
                                + " NOW(6) - INTERVAL 1 MINUTE, 2)")
                .execute(Values.of(id.toString()))
                .await()
                .indefinitely();

        await().atMost(SOON).until(() -> stored.find(id).status() == ImportStatus.COMPLETE);
        assertEquals(1_200, view(id).added());
        assertEquals(1_200, questions("mc"));
    }

    @Test
    void twoWorkersAtOnceDoEachStepOnce() throws IOException {
        UUID id = add("md", SampleFiles.text("two", 0, 3_000));

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(stored.worker(System::nanoTime), id));
        run(id);
        other.join();

        assertEquals(ImportStatus.COMPLETE, view(id).status());
        assertEquals(List.of(3_000, 3_000, 0), List.of(view(id).read(), view(id).added(), view(id).duplicates()));
        assertEquals(3_000, questions("md"));
        assertEquals(List.of(), view(id).report().findings());
    }

    @Test
    void afterACancellationNothingIsAdded() throws IOException {
        UUID id = add("me", SampleFiles.text("cancel", 0, 1_600));
        int[] looks = {0};
        BackgroundImportJob worker = stored.worker(() -> {
            if (++looks[0] == 3) {
                imports.cancel(id, new Actor(owner, null), false).await().indefinitely();
            }
            return 0;
        });

        run(worker, id);

        assertEquals(ImportStatus.CANCELLED, view(id).status());
        assertEquals(
                List.of(500, 500), List.of(view(id).read(), view(id).report().added()));
        assertEquals(500, questions("me"));
        JsonPath end = new JsonPath(tables.lastEvent("import:" + id));
        assertEquals("cancelled", end.getString("outcome"));
        assertEquals(500, end.getInt("added"));
        imports.cancel(id, new Actor(owner, null), false).await().indefinitely();
        await().atMost(SOON)
                .untilAsserted(() -> assertThrows(NoSuchKeyException.class, () -> files.open(BackgroundImport.key(id))
                        .close()));
    }

    @Test
    void aFileThatTurnsOutToBreakOffEndsThereAndAddsNothing() throws IOException {
        StringBuilder text = new StringBuilder("question,a,b,correct\n");
        for (int i = 0; i < 700; i++) {
            text.append("Cut at ").append(i).append("?,one,two,2\n");
        }
        UUID id = stored.add(
                owner, "csv", "mf", false, text.append("\"Open?,one,two,2\n").toString());

        run(id);

        BackgroundImportView view = view(id);
        assertEquals(ImportStatus.INTERRUPTED, view.status());
        assertTrue(view.problem().startsWith("The quotation marks do not match at line"), view.problem());
        assertEquals(List.of(0, 0), List.of(view.read(), view.report().added()));
        assertEquals(0, questions("mf"));
        assertEquals("interrupted", new JsonPath(tables.lastEvent("import:" + id)).getString("outcome"));
    }

    @Test
    void aDryRunChangesNothingAndFindsTheSame() throws IOException {
        UUID dry = stored.add(owner, TEXT, "mg", true, MIXED);
        run(dry);
        assertEquals(0, questions("mg"));

        UUID wet = add("mg", MIXED);
        run(wet);

        assertEquals(
                withoutSeconds(view(wet).report()), withoutSeconds(view(dry).report()));
        assertEquals(2_400, questions("mg"));
    }

    @Test
    void progressIsToldOnceInASecondAtMost() throws IOException {
        UUID quick = add("mh", SampleFiles.text("quick", 0, 2_600));
        run(stored.worker(() -> 0), quick);
        assertEquals(List.of("import-progress", "import-ended"), events(quick));

        long[] now = {0};
        UUID slow = add("mi", SampleFiles.text("slow", 0, 2_600));
        run(stored.worker(() -> now[0] += Duration.ofSeconds(1).toNanos()), slow);
        assertEquals(7, events(slow).size());
    }

    @Test
    void aLongImportIsDoneInSeveralRuns() throws IOException {
        UUID id = add("mj", SampleFiles.text("long", 0, 2_600));
        long[] now = {0};
        BackgroundImportJob worker =
                stored.worker(() -> now[0] += Duration.ofSeconds(11).toNanos());
        List<Integer> read = new ArrayList<>();

        while (stored.find(id).status().isOpen()) {
            assertEquals(Outcome.again(Duration.ZERO), worker.run(id.toString()));
            read.add(stored.find(id).figures().read());
        }

        assertEquals(List.of(1_000, 2_000, 2_600), read);
        assertEquals(2_600, questions("mj"));
    }

    @Test
    void aWeekLaterAllButTheQuestionsGoes() throws IOException {
        UUID id = add("mk", "#Q One?\n^ a\nA a\nB b\nC b\n");
        run(id);
        assertEquals(1, view(id).report().findings().size());
        Outcome early = job.run(id.toString());
        assertTrue(early.again().compareTo(Duration.ofDays(6)) > 0, early::toString);
        tables.execute("UPDATE question_import SET ended_at = NOW(6) - INTERVAL 8 DAY WHERE id = ?", id.toString());

        assertTrue(job.run(id.toString()).isDone());

        String stream = "import:" + id;
        assertEquals(
                0,
                count("question_import WHERE id = ?", id)
                        + count("question_import_part WHERE import_id = ?", id)
                        + count("stream_head WHERE stream_id = ?", stream)
                        + count("change_event WHERE stream_id = ?", stream)
                        + count("stream_reader WHERE stream_id = ?", stream));
        assertEquals(1, questions("mk"));
        assertEquals(List.of("stream-withdrawn"), tables.events("player:" + ada.id()));
        assertThrows(NoSuchKeyException.class, () -> files.open(BackgroundImport.key(id))
                .close());
    }

    @Test
    void aFileThatNobodyKnowsGoes() throws IOException {
        UUID id = UuidV7.next();
        stored.put(id, "#Q One?\n");

        assertTrue(job.run(id.toString()).isDone());

        assertThrows(NoSuchKeyException.class, () -> files.open(BackgroundImport.key(id))
                .close());
    }
}
