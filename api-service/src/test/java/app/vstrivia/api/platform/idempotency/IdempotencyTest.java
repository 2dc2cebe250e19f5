package app.vstrivia.api.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.sql.Values;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class IdempotencyTest {
    @Inject
    Pool pool;

    @TestHTTPResource("/")
    URI service;

    private static Response register(String key, String name) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("name", name))
                .post("/v1/devices");
    }

    private static Response openRoom(TestPlayer host, String key, int count) {
        return host.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("settings", Map.of("count", count)))
                .post("/v1/rooms");
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static void assertSame(Response first, Response second) {
        assertEquals(first.statusCode(), second.statusCode());
        assertEquals(first.asString(), second.asString());
        assertEquals(first.contentType(), second.contentType());
        assertEquals(first.header("Cache-Control"), second.header("Cache-Control"));
    }

    private static ValidatableResponse refused(Response response, int status, String code) {
        return response.then().statusCode(status).body("code", equalTo(code));
    }

    private List<Row> rows(String sql) {
        return pool.query(sql).execute().await().indefinitely().stream().toList();
    }

    @Test
    void theSameRequestHasTheSameAnswer() {
        String key = newKey();
        Response first = register(key, "Once only");

        Response second = register(key, "Once only");

        first.then().statusCode(201);
        assertSame(first, second);
        assertEquals(1, rows("SELECT 1 FROM player WHERE name = 'Once only'").size());
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        String key = newKey();
        register(key, "First name").then().statusCode(201);

        refused(register(key, "Other name"), 422, "idempotency-key-reused");
    }

    @Test
    void keysBelongToTheirCallerAndTheirOperation() {
        TestPlayer ada = TestPlayer.register("Ada L");
        TestPlayer grace = TestPlayer.register("Grace H");
        String ofAda = openRoom(ada, "1", 3).then().statusCode(201).extract().path("matchId");

        String ofGrace =
                openRoom(grace, "1", 3).then().statusCode(201).extract().path("matchId");

        assertNotEquals(ofAda, ofGrace);
        ada.asks()
                .header("Idempotency-Key", "1")
                .body(Map.of("secret", ada.secret()))
                .post("/v1/me/devices/link-codes")
                .then()
                .statusCode(201);
    }

    @Test
    void aLinkCodeIsTheSameCodeAgain() {
        TestPlayer ada = TestPlayer.register("Ada L");

        Supplier<Response> ask = () -> ada.asks()
                .header("Idempotency-Key", "k")
                .body(Map.of("secret", ada.secret()))
                .post("/v1/me/devices/link-codes");

        assertSame(ask.get(), ask.get());
    }

    @Test
    void ofManyAtTheSameMomentOneCreates() {
        TestPlayer host = TestPlayer.register("Hasty host");
        String key = newKey();
        List<Response> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> openRoom(host, key, 4)))
                        .limit(8)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct()
                        .count());
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> refused(answer, 409, "request-in-progress").header("Retry-After", "1"));
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        String key = newKey();
        refused(register(key, "?"), 400, "invalid");

        register(key, "Better").then().statusCode(201);
    }

    @Test
    void whoMayNotCallMayNotWithAKey() {
        given().contentType(ContentType.JSON)
                .header("Idempotency-Key", newKey())
                .body(Map.of())
                .post("/v1/rooms")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "short-and-easy", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void withoutATokenAKeyMustBeHardToGuess(String key) {
        refused(register(key, "Guessed"), 400, "invalid").body("violations[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void aKeyHasABoundedLengthAndNoSpaces() {
        TestPlayer ada = TestPlayer.register("Ada L");

        refused(openRoom(ada, "x".repeat(256), 3), 400, "invalid");
        refused(openRoom(ada, "two words", 3), 400, "invalid");
        openRoom(ada, "x".repeat(255), 3).then().statusCode(201);
    }

    @Test
    void theDatabaseHoldsNeitherKeyNorAnswerInTheClear() {
        String key = newKey();
        String secret = register(key, "Secretive").then().extract().path("secret");

        for (Row row : rows("SELECT id, salt, fingerprint, answer FROM idempotency_record WHERE answer IS NOT NULL")) {
            for (int column = 0; column < row.size(); column++) {
                String content = new String(row.getBuffer(column).getBytes(), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(secret) || content.contains(key) || content.contains("Secretive"));
            }
        }
    }

    @Test
    void aClaimOfAReplicaThatDiedRunsOut() {
        TestPlayer host = TestPlayer.register("Unlucky");
        IdempotencyKey key = new IdempotencyKey(host.id(), "POST /v1/rooms", "dead");
        pool.preparedQuery(
                        "INSERT INTO idempotency_record (id, salt, fingerprint, holder, held_until, expires_at) VALUES"
                                + " (?, ?, ?, ?, NOW(6) + INTERVAL 1 HOUR, NOW(6) + INTERVAL 1 DAY)")
                .execute(Values.of(
                        buffer(key.id()), buffer(new byte[16]), fingerprintOfCount(key, 3), UUID.randomUUID()))
                .await()
                .indefinitely();
        refused(openRoom(host, "dead", 3), 409, "request-in-progress");

        pool.preparedQuery("UPDATE idempotency_record SET held_until = NOW(6) WHERE id = ?")
                .execute(Values.of(buffer(key.id())))
                .await()
                .indefinitely();

        openRoom(host, "dead", 3).then().statusCode(201);
    }

    private static Buffer buffer(byte[] bytes) {
        return Buffer.buffer(bytes);
    }

    private static Buffer fingerprintOfCount(IdempotencyKey key, int count) {
        byte[] body = ("{\"settings\":{\"count\":" + count + "}}").getBytes(StandardCharsets.UTF_8);
        return buffer(new Seal(key, new byte[16], body).fingerprint());
    }

    @Test
    void whoWentAwayBeforeTheAnswerFindsItLater() throws IOException {
        String key = newKey();
        String body = "{\"name\":\"Vanished\"}";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/devices HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Idempotency-Key: " + key + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
        }

        await().atMost(Duration.ofSeconds(10))
                .until(() -> given().contentType(ContentType.JSON)
                                .header("Idempotency-Key", key)
                                .body(body)
                                .post("/v1/devices")
                                .statusCode()
                        == 201);

        assertEquals(1, rows("SELECT 1 FROM player WHERE name = 'Vanished'").size());
    }

    @Test
    void anAnswerIsKeptForADay() {
        TestPlayer host = TestPlayer.register("Patient");
        String first = openRoom(host, "day", 3).then().extract().path("matchId");
        IdempotencyKey key = new IdempotencyKey(host.id(), "POST /v1/rooms", "day");
        pool.preparedQuery("UPDATE idempotency_record SET expires_at = expires_at - INTERVAL 1 DAY WHERE id = ?")
                .execute(Values.of(buffer(key.id())))
                .await()
                .indefinitely();

        String second =
                openRoom(host, "day", 3).then().statusCode(201).extract().path("matchId");

        assertNotEquals(first, second);
        assertTrue(openRoom(host, "day", 3).asString().contains(second));
    }
}
