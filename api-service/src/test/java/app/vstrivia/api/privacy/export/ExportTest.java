package app.vstrivia.api.privacy.export;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class ExportTest {
    @Inject
    Pool pool;

    @Inject
    ExportJob job;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.register("Ada " + UUID.randomUUID().toString().substring(0, 8));
    }

    private String stream() {
        return "player:" + ada.id();
    }

    @Test
    void theFirstCallHasItMadeAndTheStreamTellsWhenItIsThere() {
        ada.asks()
                .get(TestExport.PATH)
                .then()
                .statusCode(202)
                .header("Cache-Control", "no-store")
                .body("status", equalTo("pending"))
                .body("url", nullValue());

        JsonPath export = TestExport.ready(ada);

        assertEquals("ready", export.getString("status"));
        Instant made = Instant.parse(export.getString("madeAt"));
        assertEquals(made.plus(Duration.ofDays(7)), Instant.parse(export.getString("keptUntil")));
        Duration linkLeft = Duration.between(Instant.now(), Instant.parse(export.getString("urlExpiresAt")));
        assertTrue(linkLeft.compareTo(Duration.ofMinutes(10)) <= 0 && linkLeft.compareTo(Duration.ofMinutes(9)) > 0);
        assertEquals(List.of("export-ready"), tables.events(stream()));
        long keptUntil = new JsonPath(tables.lastEvent(stream())).getLong("keptUntil");
        assertTrue(Math.abs(keptUntil - made.plus(Duration.ofDays(7)).toEpochMilli()) < 60_000);
    }

    @Test
    void onlyItsPlayerGetsIt() throws IOException {
        String url = TestExport.ready(ada).getString("url");
        TestPlayer bob = TestPlayer.register("Bob");

        assertFalse(TestExport.files(bob).toString().contains(ada.name()));
        given().get(TestExport.PATH).then().statusCode(401);
        TestExport.fetch(url.substring(0, url.indexOf('?'))).then().statusCode(403);
        TestExport.fetch(url.replace(ada.id(), bob.id())).then().statusCode(403);
    }

    @Test
    void thereIsOneADayAtMost() {
        String made = TestExport.ready(ada).getString("madeAt");

        for (int i = 0; i < 5; i++) {
            ada.asks().get(TestExport.PATH).then().statusCode(200).body("madeAt", equalTo(made));
        }
        tables.execute(
                "UPDATE player_export SET requested_at = NOW(6) - INTERVAL 25 HOUR, made_at = NOW(6) - INTERVAL 25 HOUR"
                        + " WHERE player_id = ?",
                ada.id());
        ada.asks().get(TestExport.PATH).then().statusCode(200);

        Instant dayAgo = Instant.now().minus(Duration.ofHours(1));
        await().atMost(TestExport.SOON).until(() -> Instant.parse(
                        ada.asks().get(TestExport.PATH).jsonPath().getString("madeAt"))
                .isAfter(dayAgo));
        assertEquals(List.of("export-ready", "export-ready"), tables.events(stream()));
    }

    @Test
    void itIsThrownAwayAfterAWeek() {
        String url = TestExport.ready(ada).getString("url");
        tables.execute(
                "UPDATE player_export SET requested_at = NOW(6) - INTERVAL 8 DAY, made_at = NOW(6) - INTERVAL 8 DAY"
                        + " WHERE player_id = ?",
                ada.id());

        Outcome outcome = job.run(ada.id());

        assertEquals(Outcome.done(), outcome);
        TestExport.fetch(url).then().statusCode(404);
        assertEquals(
                0,
                tables.row("SELECT COUNT(*) FROM player_export WHERE player_id = ?", ada.id())
                        .getInteger(0));
    }

    @Test
    void aRunThatIsRepeatedTellsOnceAndWaitsForTheWeekToEnd() {
        TestExport.ready(ada);

        Outcome outcome = job.run(ada.id());

        assertTrue(outcome.again().compareTo(Duration.ofDays(6)) > 0);
        assertEquals(List.of("export-ready"), tables.events(stream()));
    }

    @Test
    void aJobThatWasKilledInTheMiddleIsDoneAgainByAnotherWorker() {
        tables.execute("INSERT INTO player_export (player_id, requested_at) VALUES (?, NOW(6))", ada.id());
        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) VALUES ('export', ?, NOW(6) - INTERVAL 1 MINUTE, 1, 'killed',"
                                + " NOW(6) - INTERVAL 1 MINUTE, 2)")
                .execute(Values.of(ada.id()))
                .await()
                .indefinitely();

        TestExport.ready(ada);

        assertEquals(List.of("export-ready"), tables.events(stream()));
    }
}
