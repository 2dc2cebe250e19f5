package app.vstrivia.api.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ApiTest
class AuditTest {
    @Inject
    Pool pool;

    private static Response find(Map<String, ?> query) {
        return Operator.asks().queryParams(query).get("/v1/admin/audit");
    }

    private static List<String> actions(Map<String, ?> query) {
        return find(query).then().statusCode(200).extract().jsonPath().getList("items.action");
    }

    private static Response signIn(String deviceId, String secret) {
        return given().contentType(ContentType.JSON)
                .header("X-Request-Id", "try-" + deviceId)
                .body(Map.of("deviceId", deviceId, "secret", secret))
                .post("/v1/tokens");
    }

    @Test
    void signInsAreNotedAcceptedOrNot() {
        TestPlayer ada = TestPlayer.register("Ada");
        signIn(ada.deviceId(), "wrong").then().statusCode(401);

        JsonPath found = find(Map.of("subject", "device:" + ada.deviceId())).jsonPath();

        assertEquals(List.of("sign-in-refused", "sign-in"), found.getList("items.action"));
        assertEquals("try-" + ada.deviceId(), found.getString("items[0].requestId"));
        assertEquals("127.0.0.1", found.getString("items[0].address"));
        assertEquals(null, found.getString("items[0].actor"));
        assertEquals(ada.id(), found.getString("items[1].actor"));
    }

    @Test
    void whoTriesADeviceThatIsNoneIsNoted() {
        String nobody = UUID.randomUUID().toString();

        signIn(nobody, "guess").then().statusCode(401);

        assertEquals(List.of("sign-in-refused"), actions(Map.of("subject", "device:" + nobody)));
    }

    @Test
    void rolesAndRevocationsAreNotedWithWhoDidIt() {
        TestPlayer admin = TestPlayer.with("admin");
        TestPlayer bob = TestPlayer.register("Bob");
        admin.asks()
                .put("/v1/admin/players/" + bob.id() + "/roles/author")
                .then()
                .statusCode(204);
        admin.asks()
                .put("/v1/admin/players/" + bob.id() + "/roles/author")
                .then()
                .statusCode(204);
        admin.asks()
                .delete("/v1/admin/players/" + bob.id() + "/roles/author")
                .then()
                .statusCode(204);
        admin.asks().post("/v1/players/" + bob.id() + "/revocation").then().statusCode(204);

        JsonPath found = find(Map.of("subject", "player:" + bob.id(), "actor", admin.id()))
                .jsonPath();

        assertEquals(List.of("player-revoked", "role-taken", "role-granted"), found.getList("items.action"));
        assertEquals("author", found.getString("items[2].details.role"));
    }

    @Test
    void whatIsRefusedIsNotNotedAsDone() {
        TestPlayer bob = TestPlayer.register("Bob");

        bob.asks().put("/v1/admin/players/" + bob.id() + "/roles/admin").then().statusCode(403);
        Operator.asks()
                .put("/v1/admin/players/" + UUID.randomUUID() + "/roles/admin")
                .then()
                .statusCode(404);

        assertEquals(List.of(), actions(Map.of("subject", "player:" + bob.id())));
    }

    @Test
    void devicesThatComeAndGoAreNoted() {
        TestPlayer ada = TestPlayer.register("Ada");
        String code = ada.asksForLinkCode().jsonPath().getString("code");
        String second = given().contentType(ContentType.JSON)
                .body(Map.of("code", code, "deviceName", "Tablet"))
                .post("/v1/devices/link")
                .jsonPath()
                .getString("deviceId");
        ada.asks().delete("/v1/me/devices/" + second).then().statusCode(204);

        assertEquals(
                List.of("device-revoked", "device-linked"),
                actions(Map.of("subject", "device:" + second, "actor", ada.id())));
    }

    private static Response refresh(String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/v1/tokens/refresh");
    }

    @Test
    void aRefreshTokenThatIsUsedTwiceIsNoted() {
        TestPlayer ada = TestPlayer.register("Ada");
        String token = signIn(ada.deviceId(), ada.secret()).jsonPath().getString("refreshToken");
        String next = refresh(token).then().statusCode(200).extract().path("refreshToken");
        refresh(next).then().statusCode(200);
        refresh(token).then().statusCode(401);

        assertEquals(
                "refresh-token-reused",
                actions(Map.of("subject", "device:" + ada.deviceId())).get(0));
    }

    @Test
    void importsAreNoted() {
        TestPlayer author = TestPlayer.with("author");
        given().auth()
                .oauth2(author.token())
                .contentType("application/octet-stream")
                .body("#Q Is this noted?\n^ yes\nA yes\nB no\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?name=noted.txt&language=ra")
                .then()
                .statusCode(200);

        JsonPath found = find(Map.of("actor", author.id(), "action", "questions-imported"))
                .jsonPath();

        assertEquals(1, found.getList("items").size());
        assertEquals("noted.txt", found.getString("items[0].details.file"));
        assertEquals("complete", found.getString("items[0].details.outcome"));
        assertEquals("1", found.getString("items[0].details.added"));
    }

    @Test
    void exportsAreNoted() {
        TestPlayer author = TestPlayer.with("author");
        author.asks().get("/v1/exports/questions?format=csv&language=zz").then().statusCode(200);

        JsonPath found = find(Map.of("actor", author.id(), "action", "questions-exported"))
                .jsonPath();

        assertEquals(1, found.getList("items").size());
        assertEquals("0", found.getString("items[0].details.written"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        TestPlayer ada = TestPlayer.register("Ada");
        for (int i = 0; i < 6; i++) {
            signIn(ada.deviceId(), ada.secret()).then().statusCode(200);
        }
        // All at one moment, so that the order is that of the ids.
        pool.preparedQuery("UPDATE audit_event SET at = '2026-01-01' WHERE subject = ?")
                .execute(Tuple.of("device:" + ada.deviceId()))
                .await()
                .indefinitely();

        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, String> query = Map.of("actor", ada.id(), "limit", "3");
            JsonPath page = (cursor == null
                            ? find(query)
                            : Operator.asks()
                                    .queryParams(query)
                                    .queryParam("cursor", cursor)
                                    .get("/v1/admin/audit"))
                    .jsonPath();
            ids.addAll(page.getList("items.id", Long.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertEquals(7, ids.size());
        assertEquals(
                ids.stream().distinct().sorted((a, b) -> Long.compare(b, a)).toList(), ids);
    }

    @Test
    void aTimeBoundsTheSearch() {
        TestPlayer ada = TestPlayer.register("Ada");
        Instant noted = Instant.parse(find(Map.of("actor", ada.id())).jsonPath().getString("items[0].at"));

        assertEquals(List.of("sign-in"), actions(Map.of("actor", ada.id(), "from", noted.toString())));
        assertEquals(List.of(), actions(Map.of("actor", ada.id(), "to", noted.toString())));
        assertEquals(
                List.of("sign-in"),
                actions(Map.of("actor", ada.id(), "to", noted.plusMillis(1).toString())));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (Map<String, String> query : List.of(
                Map.of("actor", "ada"),
                Map.of("action", "dance"),
                Map.of("from", "yesterday"),
                Map.of("to", "+999999999-01-01T00:00:00Z"),
                Map.of("cursor", "!"),
                Map.of("cursor", "AAAA"),
                Map.of("cursor", Cursor.of("science", "1").text()),
                Map.of("cursor", Cursor.of("2026-01-01T00:00:00Z", "one").text()),
                Map.of("cursor", Cursor.of("+999999999-01-01T00:00:00Z", "1").text()),
                Map.of("subject", "Zoë"),
                Map.of("limit", "0"),
                Map.of("limit", "101"))) {
            find(query).then().statusCode(400).body("code", equalTo("invalid"));
        }
        find(Map.of("subject", "player:nobody")).then().statusCode(200).body("next", nullValue());
    }

    @Test
    void noSecretIsInIt() {
        TestPlayer ada = TestPlayer.register("Ada");
        signIn(ada.deviceId(), "a-wrong-secret-of-mine").then().statusCode(401);

        String all = find(Map.of("subject", "device:" + ada.deviceId())).asString();

        assertFalse(all.contains(ada.secret()));
        assertFalse(all.contains("a-wrong-secret-of-mine"));
        assertFalse(all.contains(ada.token()));
    }

    @Test
    void theSearchGoesByAnIndex() {
        for (String condition : List.of("actor = x'00'", "subject = 'x'", "action = 'x'", "1 = 1")) {
            String key = pool.query("EXPLAIN FORMAT=TRADITIONAL SELECT id FROM audit_event WHERE " + condition
                            + " AND at <= '2026-01-01' AND (at < '2026-01-01' OR id < 5)"
                            + " ORDER BY at DESC, id DESC LIMIT 51")
                    .execute()
                    .await()
                    .indefinitely()
                    .iterator()
                    .next()
                    .getString("key");

            assertTrue(key != null && key.startsWith("audit_event_"), condition + " uses " + key);
        }
    }

    @Test
    void theServiceOnlyAddsToIt() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            List<Path> changing = sources.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .filter(AuditTest::changesTheAudit)
                    .toList();

            assertEquals(List.of(), changing);
        }
    }

    private static boolean changesTheAudit(Path file) {
        try {
            return Files.readString(file)
                    .replaceAll("\\s+", " ")
                    .matches("(?is).*(UPDATE|DELETE FROM|TRUNCATE( TABLE)?|REPLACE INTO|DROP TABLE) audit_event.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
