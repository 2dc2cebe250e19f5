package app.vstrivia.api.privacy.export;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
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
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class ExportTest {
    private static final String EXPORT = "/v1/me/export";
    private static final Duration SOON = Duration.ofSeconds(60);

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

    private static JsonPath ready(TestPlayer player) {
        await().atMost(SOON).until(() -> player.asks().get(EXPORT).statusCode() == 200);
        return player.asks().get(EXPORT).jsonPath();
    }

    private static Response fetch(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }

    /** The files of the zip by their names. */
    private static Map<String, String> files(TestPlayer player) throws IOException {
        byte[] zip = fetch(ready(player).getString("url"))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/zip"))
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String stream() {
        return "player:" + ada.id();
    }

    @Test
    void theFirstCallHasItMadeAndTheStreamTellsWhenItIsThere() {
        ada.asks()
                .get(EXPORT)
                .then()
                .statusCode(202)
                .header("Cache-Control", "no-store")
                .body("status", equalTo("pending"))
                .body("url", nullValue());

        JsonPath export = ready(ada);

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
        String url = ready(ada).getString("url");
        TestPlayer bob = TestPlayer.register("Bob");

        assertFalse(files(bob).toString().contains(ada.name()));
        given().get(EXPORT).then().statusCode(401);
        fetch(url.substring(0, url.indexOf('?'))).then().statusCode(403);
        fetch(url.replace(ada.id(), bob.id())).then().statusCode(403);
    }

    @Test
    void thereIsOneADayAtMost() {
        String made = ready(ada).getString("madeAt");

        for (int i = 0; i < 5; i++) {
            ada.asks().get(EXPORT).then().statusCode(200).body("madeAt", equalTo(made));
        }
        tables.execute(
                "UPDATE player_export SET requested_at = NOW(6) - INTERVAL 25 HOUR, made_at = NOW(6) - INTERVAL 25 HOUR"
                        + " WHERE player_id = ?",
                ada.id());
        ada.asks().get(EXPORT).then().statusCode(200);

        Instant dayAgo = Instant.now().minus(Duration.ofHours(1));
        await().atMost(SOON)
                .until(() -> Instant.parse(ada.asks().get(EXPORT).jsonPath().getString("madeAt"))
                        .isAfter(dayAgo));
        assertEquals(List.of("export-ready", "export-ready"), tables.events(stream()));
    }

    @Test
    void itIsThrownAwayAfterAWeek() {
        String url = ready(ada).getString("url");
        tables.execute(
                "UPDATE player_export SET requested_at = NOW(6) - INTERVAL 8 DAY, made_at = NOW(6) - INTERVAL 8 DAY"
                        + " WHERE player_id = ?",
                ada.id());

        Outcome outcome = job.run(ada.id());

        assertEquals(Outcome.done(), outcome);
        fetch(url).then().statusCode(404);
        assertEquals(
                0,
                tables.row("SELECT COUNT(*) FROM player_export WHERE player_id = ?", ada.id())
                        .getInteger(0));
    }

    @Test
    void aRunThatIsRepeatedTellsOnceAndWaitsForTheWeekToEnd() {
        ready(ada);

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

        ready(ada);

        assertEquals(List.of("export-ready"), tables.events(stream()));
    }
}
