package app.vstrivia.api.job;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.sql.Values;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class JobTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Jobs jobs;

    @Inject
    ScriptedJob work;

    @Inject
    MeterRegistry metrics;

    private String thing;

    @BeforeEach
    void name() {
        thing = UUID.randomUUID().toString();
    }

    private void add(Duration delay) {
        transactions
                .run(transaction -> jobs.add(transaction, ScriptedJob.KIND, thing, delay))
                .await()
                .indefinitely();
    }

    private RowSet<Row> rows() {
        return pool.preparedQuery(
                        "SELECT j.*, NOW(6) AS moment FROM job j WHERE task_name = 'scripted' AND task_instance = ?")
                .execute(Values.of(thing))
                .await()
                .indefinitely();
    }

    private void awaitRuns(int runs) {
        await().atMost(SOON).until(() -> work.runs(thing) == runs);
    }

    private void awaitGone() {
        await().atMost(SOON).until(() -> rows().size() == 0);
    }

    @Test
    void aJobIsDoneOnceAndItsRowGoes() {
        work.script(thing, run -> Outcome.done());

        add(Duration.ZERO);

        awaitRuns(1);
        awaitGone();
        assertEquals(1, work.runs(thing));
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoJob() {
        work.script(thing, run -> Outcome.done());

        assertThrows(IllegalStateException.class, () -> transactions
                .run(transaction -> jobs.add(transaction, ScriptedJob.KIND, thing, Duration.ZERO)
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
                .await()
                .indefinitely());

        assertEquals(0, rows().size());
    }

    @Test
    void workInPartsGoesOnUntilItIsDone() {
        work.script(thing, run -> run < 4 ? Outcome.again(Duration.ZERO) : Outcome.done());

        add(Duration.ZERO);

        awaitRuns(4);
        awaitGone();
    }

    @Test
    void whatIsDelayedWaitsAndTheEarlierMomentCounts() {
        work.script(thing, run -> Outcome.done());
        add(Duration.ofHours(1));
        Row row = rows().iterator().next();
        Duration left = Duration.between(row.getLocalDateTime("moment"), row.getLocalDateTime("execution_time"));
        assertTrue(left.compareTo(Duration.ofMinutes(59)) > 0 && left.compareTo(Duration.ofMinutes(60)) <= 0);
        add(Duration.ofHours(2));
        assertEquals(0, work.runs(thing));

        add(Duration.ZERO);

        awaitRuns(1);
        awaitGone();
    }

    @Test
    void whatFailsIsTriedAgain() {
        work.script(thing, run -> {
            if (run < 3) {
                throw new IllegalStateException("not yet");
            }
            return Outcome.done();
        });

        add(Duration.ZERO);

        awaitRuns(3);
        awaitGone();
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whatFailsTooOftenIsSeenAndCanBeRepeated() {
        double before = givenUp();
        work.script(thing, run -> {
            if (run <= 3) {
                throw new IllegalStateException("never");
            }
            return Outcome.done();
        });
        add(Duration.ZERO);
        await().atMost(SOON).untilAsserted(() -> given().get("/v1/jobs/failed")
                .then()
                .statusCode(200)
                .body("items.thing", hasItem(thing))
                .body("items.find { it.thing == '" + thing + "' }.failures", equalTo(3)));
        assertEquals(before + 1, givenUp());
        assertEquals(3, work.runs(thing));

        given().post("/v1/jobs/failed/scripted/" + thing + "/repeat").then().statusCode(204);

        awaitRuns(4);
        awaitGone();
        given().get("/v1/jobs/failed").then().body("items.thing", not(hasItem(thing)));
        given().post("/v1/jobs/failed/scripted/" + thing + "/repeat")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        assertEquals(1, noted("job-repeated"));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whatFailsForGoodCanBeGivenUp() {
        work.script(thing, run -> {
            throw new IllegalStateException("never");
        });
        add(Duration.ZERO);
        given().delete("/v1/jobs/failed/scripted/" + thing).then().statusCode(404);
        given().delete("/v1/jobs/failed/erasure/" + thing)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/v1/jobs/failed").then().body("items.thing", hasItem(thing)));

        given().delete("/v1/jobs/failed/scripted/" + thing).then().statusCode(204);

        assertEquals(0, rows().size());
        assertEquals(3, work.runs(thing));
        assertEquals(1, noted("job-deleted"));
        given().delete("/v1/jobs/failed/scripted/" + thing).then().statusCode(404);
        assertEquals(1, noted("job-deleted"));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whatFailedComesInPagesTheLatestFirst() {
        String before = thing.substring(0, 8);
        for (int i = 0; i < 5; i++) {
            // Later than all that really failed; the last three at one moment.
            pool.preparedQuery("INSERT INTO job (task_name, task_instance, execution_time, picked, last_failure,"
                            + " consecutive_failures, version) VALUES ('scripted', ?, '9999-01-01', 0, ?, 3, 1)")
                    .execute(Values.of(before + "-" + i, LocalDateTime.of(2099, 1, 1, Math.min(i, 2), 0)))
                    .await()
                    .indefinitely();
        }

        List<String> things = new ArrayList<>();
        String next = "";
        while (next != null && things.size() < 5) {
            JsonPath page = given().get("/v1/jobs/failed?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            things.addAll(page.getList("items.thing"));
            next = page.getString("next");
        }

        assertEquals(Stream.of(2, 3, 4, 1, 0).map(i -> before + "-" + i).toList(), things.subList(0, 5));
        for (String cursor : List.of(
                Cursor.of("2026-01-01T00:00:00Z", "scripted", "\u00e9").text(),
                Cursor.of("+999999999-01-01T00:00:00Z", "a", "b").text(),
                Cursor.of("then", "a", "b").text(),
                Cursor.of("a", "b").text())) {
            given().get("/v1/jobs/failed?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid"));
        }
        things.subList(0, 5)
                .forEach(one ->
                        given().delete("/v1/jobs/failed/scripted/" + one).then().statusCode(204));
    }

    private long noted(String action) {
        return pool.preparedQuery("SELECT COUNT(*) FROM audit_event WHERE action = ? AND details LIKE ?")
                .execute(Values.of(action, "%" + thing + "%"))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private double givenUp() {
        return metrics.counter("trivia.jobs", "kind", ScriptedJob.KIND, "outcome", "given-up")
                .count();
    }

    @Test
    void onlyAnAdminLooksAfterJobs() {
        TestPlayer ada = TestPlayer.register("Ada");

        ada.asks().get("/v1/jobs/failed").then().statusCode(403);
        ada.asks().post("/v1/jobs/failed/scripted/x/repeat").then().statusCode(403);
        given().get("/v1/jobs/failed").then().statusCode(401);
        given().post("/v1/jobs/failed/scripted/x/repeat").then().statusCode(401);
        given().delete("/v1/jobs/failed/scripted/x").then().statusCode(401);
    }

    @Test
    void theJobOfAWorkerThatWasKilledIsDoneByAnother() {
        work.script(thing, run -> Outcome.done());

        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) VALUES ('scripted', ?, NOW(6) - INTERVAL 1 MINUTE, 1, 'killed',"
                                + " NOW(6) - INTERVAL 1 MINUTE, 2)")
                .execute(Values.of(thing))
                .await()
                .indefinitely();

        awaitRuns(1);
        awaitGone();
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void aJobThatKillsItsWorkersIsGivenUpAsOneThatFails() {
        double before = givenUp();
        work.script(thing, run -> Outcome.done());

        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " consecutive_failures, version) VALUES ('scripted', ?, NOW(6) - INTERVAL 1 MINUTE,"
                                + " 1, 'killed', NOW(6) - INTERVAL 1 MINUTE, 2, 2)")
                .execute(Values.of(thing))
                .await()
                .indefinitely();

        await().atMost(SOON).untilAsserted(() -> given().get("/v1/jobs/failed")
                .then()
                .statusCode(200)
                .body("items.find { it.thing == '" + thing + "' }.failures", equalTo(3)));
        assertEquals(before + 1, givenUp());
        assertEquals(0, work.runs(thing));
    }

    @Test
    void theJobOfAWorkerThatLivesIsItsOwn() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        work.script(thing, run -> {
            waitFor(end);
            return Outcome.done();
        });
        add(Duration.ZERO);
        awaitRuns(1);

        Thread.sleep(7_000); // longer than a worker may be silent

        assertEquals(1, work.runs(thing));
        end.countDown();
        awaitGone();
    }

    @Test
    void whatIsAskedForWhileItIsBeingDoneIsDoneOnceMore() {
        CountDownLatch asked = new CountDownLatch(1);
        work.script(thing, run -> {
            waitFor(asked);
            return Outcome.done();
        });
        add(Duration.ZERO);
        awaitRuns(1);
        pool.preparedQuery("UPDATE job SET consecutive_failures = 2 WHERE task_instance = ?")
                .execute(Values.of(thing))
                .await()
                .indefinitely(); // one more of them, and it would be given up

        add(Duration.ZERO);
        asked.countDown();

        awaitRuns(2);
        awaitGone();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(SOON.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
