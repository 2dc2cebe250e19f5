package app.vstrivia.api.job;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.sql.Values;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jobs that failed for good, and who looks after them. */
@ApiTest
class FailedJobTest {
    @Inject
    Pool pool;

    @Inject
    Jobs jobs;

    @Inject
    ScriptedJob work;

    @Inject
    TestJob job;

    @Inject
    MeterRegistry metrics;

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whatFailsTooOftenIsSeenAndCanBeRepeated() {
        double before = givenUp();
        work.script(job.thing, run -> {
            if (run <= 3) {
                throw new IllegalStateException("never");
            }
            return Outcome.done();
        });
        job.add(Duration.ZERO);
        await().atMost(TestJob.SOON).untilAsserted(() -> given().get("/v1/jobs/failed")
                .then()
                .statusCode(200)
                .body("items.thing", hasItem(job.thing))
                .body("items.find { it.thing == '" + job.thing + "' }.failures", equalTo(3)));
        assertEquals(before + 1, givenUp());
        assertEquals(3, work.runs(job.thing));

        given().post("/v1/jobs/failed/scripted/" + job.thing + "/repeat").then().statusCode(204);

        job.awaitRuns(4);
        job.awaitGone();
        given().get("/v1/jobs/failed").then().body("items.thing", not(hasItem(job.thing)));
        given().post("/v1/jobs/failed/scripted/" + job.thing + "/repeat")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        assertEquals(1, noted("job-repeated"));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whatFailsForGoodCanBeGivenUp() {
        work.script(job.thing, run -> {
            throw new IllegalStateException("never");
        });
        job.add(Duration.ZERO);
        given().delete("/v1/jobs/failed/scripted/" + job.thing).then().statusCode(404);
        given().delete("/v1/jobs/failed/erasure/" + job.thing)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        await().atMost(TestJob.SOON)
                .untilAsserted(() -> given().get("/v1/jobs/failed").then().body("items.thing", hasItem(job.thing)));

        given().delete("/v1/jobs/failed/scripted/" + job.thing).then().statusCode(204);

        assertEquals(0, job.rows().size());
        assertEquals(3, work.runs(job.thing));
        assertEquals(1, noted("job-deleted"));
        given().delete("/v1/jobs/failed/scripted/" + job.thing).then().statusCode(404);
        assertEquals(1, noted("job-deleted"));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whatFailedComesInPagesTheLatestFirst() {
        String before = job.thing.substring(0, 8);
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
                .execute(Values.of(action, "%" + job.thing + "%"))
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
    @TestSecurity(user = "operator", roles = "admin")
    void aJobThatKillsItsWorkersIsGivenUpAsOneThatFails() {
        double before = givenUp();
        work.script(job.thing, run -> Outcome.done());

        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " consecutive_failures, version) VALUES ('scripted', ?, NOW(6) - INTERVAL 1 MINUTE,"
                                + " 1, 'killed', NOW(6) - INTERVAL 1 MINUTE, 2, 2)")
                .execute(Values.of(job.thing))
                .await()
                .indefinitely();

        await().atMost(TestJob.SOON).untilAsserted(() -> given().get("/v1/jobs/failed")
                .then()
                .statusCode(200)
                .body("items.find { it.thing == '" + job.thing + "' }.failures", equalTo(3)));
        assertEquals(before + 1, givenUp());
        assertEquals(0, work.runs(job.thing));
    }
}
