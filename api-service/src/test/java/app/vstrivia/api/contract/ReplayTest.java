package app.vstrivia.api.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever takes an {@code Idempotency-Key} by the document creates once. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class ReplayTest {
    private static final List<String> KEPT = List.of("Content-Type", "Cache-Control", "Location");

    @Inject
    Pool pool;

    /** A request that creates; {@code body} is empty where it has none. */
    private record Creation(Supplier<RequestSpecification> who, String path, Map<String, Object> body) {
        Response send(String key, Map<String, Object> content) {
            RequestSpecification request = who.get().header(Idempotent.HEADER, key);
            return (content.isEmpty()
                            ? request
                            : request.contentType(ContentType.JSON).body(content))
                    .post(path);
        }
    }

    static Stream<String> creating() {
        return OpenApi.read().operations().stream()
                .filter(operation -> operation.parameters().stream()
                        .anyMatch(parameter -> parameter.path("name").asText().equals(Idempotent.HEADER)))
                .map(ApiOperation::id);
    }

    /** Nobody else's ticket shall meet one of these. */
    @AfterEach
    void closeTickets() {
        run("UPDATE matchmaking_ticket SET status = 'cancelled', waiting_player = NULL WHERE status = 'waiting'");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private Creation creation(String operation) {
        TestPlayer ada = TestPlayer.register("Ada");
        TestPlayer author = TestPlayer.with("author");
        TestIdentity identity = TestIdentity.at("acme");
        Map<String, Object> quiz = Map.of("title", "Once", "language", "en");
        Map<String, Object> webhook =
                Map.of("url", "https://1.1.1.1/", "kinds", List.of("media.ready"), "enabled", false);
        Map<String, Object> secret = Map.of("secret", ada.secret());
        return switch (operation) {
            case "registerDevice" -> anybody("/v1/devices", Map.of("name", "Once"));
            case "linkDevice" ->
                anybody("/v1/devices/link", Map.of("code", ada.asksForLinkCode().path("code")));
            case "createLinkCode" -> new Creation(ada::asks, "/v1/me/devices/link-codes", secret);
            case "createNonce" -> anybody("/v1/sign-in/nonces", Map.of());
            case "signIn" -> anybody("/v1/sign-in/acme", Map.of("idToken", identity.token(), "name", "Once"));
            case "linkIdentity" ->
                new Creation(
                        ada::asks,
                        "/v1/me/identities",
                        Map.of("provider", "acme", "idToken", identity.token(), "secret", ada.secret()));
            case "openRoom" -> new Creation(ada::asks, "/v1/rooms", Map.of("settings", Map.of("count", 3)));
            case "createTicket" ->
                new Creation(ada::asks, "/v1/matchmaking/tickets", Map.of("settings", Map.of("count", 29)));
            case "beginVideo" ->
                new Creation(author::asks, "/v1/media/videos", Map.of("type", "video/mp4", "bytes", 1_000));
            case "createQuiz" -> new Creation(author::asks, "/v1/quizzes", quiz);
            case "copyQuiz" -> {
                String id = author.asks().body(quiz).post("/v1/quizzes").path("quizId");
                yield new Creation(author::asks, "/v1/quizzes/" + id + "/copies", Map.of());
            }
            case "createWebhook" -> new Creation(author::asks, "/v1/webhooks", webhook);
            case "replaceWebhookSecret" -> {
                String id = author.asks().body(webhook).post("/v1/webhooks").path("webhook.id");
                yield new Creation(author::asks, "/v1/webhooks/" + id + "/secrets", Map.of());
            }
            case "createAdminClaim" -> {
                run("DELETE FROM player_role");
                yield new Creation(Operator::asks, "/v1/admin/claim-codes", Map.of());
            }
            default -> throw new AssertionError(operation + " creates, and is not asked twice here");
        };
    }

    private static Creation anybody(String path, Map<String, Object> body) {
        return new Creation(() -> given(), path, body);
    }

    @ParameterizedTest
    @MethodSource("creating")
    void whatCreatesCreatesOnceUnderAKey(String operation) {
        Creation creation = creation(operation);
        String key = UUID.randomUUID().toString();
        Response first = creation.send(key, creation.body());

        Response second = creation.send(key, creation.body());

        assertEquals(201, first.statusCode(), first::asString);
        assertEquals(201, second.statusCode(), second::asString);
        // Each has an identifier or a secret in it that no other one has.
        assertEquals(first.asString(), second.asString());
        KEPT.forEach(header -> assertEquals(first.header(header), second.header(header), header));
        if (!creation.body().isEmpty()) {
            Map<String, Object> other = new HashMap<>(creation.body());
            other.put("other", true);
            creation.send(key, other).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        }
    }
}
