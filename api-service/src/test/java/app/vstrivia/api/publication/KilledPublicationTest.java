package app.vstrivia.api.publication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.protocol.PublicationEvent.Step;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@ApiTest
class KilledPublicationTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Step[] STEPS = Step.values();

    @Inject
    StoredPublications stored;

    @Inject
    S3Client s3;

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    private TestQuiz quiz() {
        return TestPublications.illustrated(
                ada, TestPublications.approvedPicture(ada), TestPublications.approvedPicture(ada));
    }

    /** Names and contents of all files under a key. */
    private Map<String, String> files(String bucket, String folder) {
        Map<String, String> files = new TreeMap<>();
        for (S3Object file : s3.listObjectsV2(request -> request.bucket(bucket).prefix(folder))
                .contents()) {
            files.put(
                    file.key().substring(folder.length()),
                    Arrays.toString(s3.getObjectAsBytes(
                                    request -> request.bucket(bucket).key(file.key()))
                            .asByteArray()));
        }
        return files;
    }

    private Map<String, String> publicFiles(UUID id) {
        return files("trivia-public", VersionService.folder(id));
    }

    private List<String> events(UUID id) {
        return pool
                .preparedQuery("SELECT seq, kind, payload FROM change_event WHERE stream_id = ? ORDER BY seq")
                .execute(Values.of("publication:" + id))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getLong(0) + " " + row.getString(1) + " " + row.getString(2))
                .toList();
    }

    private static List<String> withoutVersions(List<String> events) {
        return events.stream()
                .map(event -> event.replaceAll("\"version\":\\d+", "\"version\":N"))
                .toList();
    }

    private static void run(PublicationJob worker, UUID id) {
        Outcome outcome = worker.run(id.toString());
        while (!outcome.isDone() && outcome.again().compareTo(Duration.ofSeconds(1)) < 0) {
            outcome = worker.run(id.toString());
        }
    }

    private void assertDies(PublicationJob worker, UUID id) {
        assertThrows(StoredPublications.Dead.class, () -> worker.run(id.toString()));
    }

    private int shown(TestQuiz quiz) {
        return TestPublications.current(ada, quiz).path("version");
    }

    @Test
    void whateverStepItIsKilledAtAnotherGoesOnAndTheEndIsThatOfAnUndisturbedRun() {
        TestQuiz quiz = quiz();
        UUID whole = stored.add(quiz);
        run(stored.worker(), whole);
        assertEquals(1, shown(quiz));

        UUID killed = stored.add(quiz);
        int last = STEPS.length - 1;
        for (int i = 0; i < last; i++) {
            assertDies(stored.workerThatDiesAfterTheWorkOf(STEPS[i]), killed);
            assertDies(stored.workerThatDiesInATransaction(), killed);
            assertEquals(i, stored.find(killed).stepsDone());
            assertDies(
                    i + 1 < last
                            ? stored.workerThatDiesBefore(STEPS[i + 1])
                            : stored.workerThatDiesInTheLastTransaction(),
                    killed);
            assertEquals(i + 1, stored.find(killed).stepsDone());
            assertEquals(i + 2, events(killed).size());
            assertEquals(1, shown(quiz), "nothing of it is seen before the end");
        }
        assertDies(stored.workerThatDiesWhenItIsPublished(), killed);
        assertEquals(2, shown(quiz));
        run(stored.worker(), killed);

        assertEquals(2, shown(quiz));
        assertEquals(stored.find(whole).document(), stored.find(killed).document());
        assertEquals(publicFiles(whole), publicFiles(killed));
        assertEquals(
                Set.of("cover", "quiz", "picture"),
                publicFiles(whole).keySet().stream()
                        .map(name ->
                                name.replaceFirst("^[0-9a-f]{8}-.*", "picture").replaceFirst("-.*", ""))
                        .collect(Collectors.toSet()));
        assertEquals(withoutVersions(events(whole)), withoutVersions(events(killed)));
        assertEquals(1 + STEPS.length + 1, events(killed).size());
        assertEquals(Map.of(), files("trivia-private", Publication.workFolder(killed)));
        assertEquals(
                List.of(2, 1),
                ada.asks().get(quiz.path() + "/versions").jsonPath().getList("items.version"));
    }

    @Test
    void killedOnceAtAnyStepItIsTheSame() {
        TestQuiz quiz = quiz();
        UUID whole = stored.add(quiz);
        run(stored.worker(), whole);
        Map<String, String> expected = publicFiles(whole);
        List<String> documents = new ArrayList<>();

        for (Step step : STEPS) {
            UUID killed = stored.add(quiz);
            assertDies(
                    step == Step.PUBLISH
                            ? stored.workerThatDiesWhenItIsPublished()
                            : stored.workerThatDiesAfterTheWorkOf(step),
                    killed);
            run(stored.worker(), killed);
            assertEquals(expected, publicFiles(killed), step.toString());
            assertEquals(withoutVersions(events(whole)), withoutVersions(events(killed)), step.toString());
            documents.add(stored.find(killed).document());
        }

        assertEquals(Collections.nCopies(STEPS.length, stored.find(whole).document()), documents);
        assertEquals(1 + STEPS.length, shown(quiz));
    }

    @Test
    void whatFailsIsKilledAndFailsLeavesNothing() {
        String cover = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, cover, TestPublications.approvedPicture(ada));
        UUID id = stored.add(quiz);
        assertDies(stored.workerThatDiesAfterTheWorkOf(Step.DOCUMENTS), id);
        assertTrue(publicFiles(id).size() > 5);
        TestPublications.decide(cover, "refused");

        assertDies(stored.workerThatDiesInATransaction(), id);
        run(stored.worker(), id);

        assertEquals(PublicationStatus.FAILED, stored.find(id).status());
        assertEquals("medium-not-approved", stored.find(id).problem());
        assertEquals(Map.of(), publicFiles(id));
        assertEquals(Map.of(), files("trivia-private", Publication.workFolder(id)));
        assertEquals(404, TestPublications.current(ada, quiz).statusCode());
        List<String> kinds = tables.events("publication:" + id);
        assertEquals("publication-ended", kinds.get(kinds.size() - 1));
        assertEquals(kinds.size(), events(id).get(kinds.size() - 1).charAt(0) - '0');
    }

    @Test
    void whatIsTakenDownWhileItIsPublishedOnceMoreIsNotShownAgain() {
        TestQuiz quiz = TestQuiz.of(ada, "Small", TestQuiz.single("One?"));
        TestPublications.published(quiz, 1);
        UUID id = stored.add(quiz);
        assertDies(stored.workerThatDiesInTheLastTransaction(), id);
        TestPlayer.with("moderator")
                .asks()
                .delete(quiz.path() + "/current")
                .then()
                .statusCode(204);

        run(stored.worker(), id);

        assertEquals(PublicationStatus.FAILED, stored.find(id).status());
        assertEquals("version-taken-down", stored.find(id).problem());
        assertEquals(404, TestPublications.current(ada, quiz).statusCode());
        assertEquals(Map.of(), publicFiles(id));
    }

    @Test
    void twoWorkersAtOnceDoEachStepOnce() {
        TestQuiz quiz = quiz();
        UUID id = stored.add(quiz);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> run(stored.worker(), id));
        run(stored.worker(), id);
        other.join();

        assertEquals(1, shown(quiz));
        assertEquals(1 + STEPS.length + 1, events(id).size());
        assertEquals(
                List.of(1), ada.asks().get(quiz.path() + "/versions").jsonPath().getList("items.version"));
    }

    @Test
    void thePublicationOfAWorkerThatWasKilledIsDoneByAnother() {
        TestQuiz quiz = quiz();
        UUID id = stored.add(quiz);
        assertDies(stored.workerThatDiesAfterTheWorkOf(Step.COPY), id);

        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) VALUES ('publication', ?, NOW(6) - INTERVAL 1 MINUTE, 1, 'killed',"
                                + " NOW(6) - INTERVAL 1 MINUTE, 2)")
                .execute(Values.of(id.toString()))
                .await()
                .indefinitely();

        await().atMost(SOON).until(() -> stored.find(id).status() == PublicationStatus.PUBLISHED);
        assertEquals(1 + STEPS.length + 1, events(id).size());
    }
}
