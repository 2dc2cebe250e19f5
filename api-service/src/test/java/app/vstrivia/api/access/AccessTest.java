package app.vstrivia.api.access;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.api.support.TestRoom;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the service answers, for every endpoint, to everybody: as the catalogue says. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class AccessTest {
    /** Nobody else looks for a duel of so many: the tickets wait until the end of the test. */
    private static final AtomicInteger QUESTIONS = new AtomicInteger();

    private static final List<Caller> CURIOUS = new ArrayList<>();

    @Inject
    Pool pool;

    private Tables tables;

    @BeforeEach
    void start() {
        tables = new Tables(pool);
    }

    @AfterEach
    void closeTickets() {
        pool.query("UPDATE matchmaking_ticket SET status = 'cancelled', waiting_player = NULL WHERE status = 'waiting'")
                .execute()
                .await()
                .indefinitely();
    }

    static Stream<AccessRule> rules() {
        return AccessRules.ALL.stream();
    }

    static Stream<AccessRule> hiding() {
        return rules().filter(AccessRule::hides);
    }

    /** Each time somebody new: what an endpoint does may end the access of who asks. */
    private record Caller(Set<String> groups, Supplier<String> token) {
        RequestSpecification asks() {
            return given().auth().oauth2(token.get());
        }

        static Caller of(String role) {
            return new Caller(
                    Set.of("player", role), () -> TestPlayer.with(role).token());
        }
    }

    private static List<Caller> callers() {
        return List.of(
                new Caller(
                        Set.of("player"), () -> TestPlayer.register("A player").token()),
                Caller.of("author"),
                Caller.of("moderator"),
                Caller.of("admin"),
                new Caller(Set.of("admin"), () -> Operator.token("admin")),
                new Caller(Set.of("king"), () -> Operator.token("king")),
                new Caller(Set.of(), () -> Operator.token()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void withoutATokenItIsForNobodyUnlessForAnyone(AccessRule rule) {
        Response response = send(rule, given(), Map.of());

        if (rule.who().equals(AccessRules.ANYONE)) {
            assertIsLetIn(rule, response, "a stranger");
        } else {
            assertEquals(401, response.statusCode());
            assertEquals("unauthenticated", response.path("code"));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aTokenOpensWhatItsRolesMayUse(AccessRule rule) {
        for (Caller caller : callers()) {
            Response response = send(rule, caller.asks(), Map.of());

            if (rule.allows(caller.groups())) {
                assertIsLetIn(rule, response, caller.groups().toString());
            } else {
                assertEquals(403, response.statusCode(), rule + " for " + caller.groups());
                assertEquals("forbidden", response.path("code"));
            }
        }
    }

    private static void assertIsLetIn(AccessRule rule, Response response, String who) {
        assertNotEquals(401, response.statusCode(), rule + " for " + who);
        assertNotEquals(403, response.statusCode(), rule + " for " + who);
        assertTrue(response.statusCode() < 500, rule + " for " + who);
    }

    @ParameterizedTest
    @MethodSource("hiding")
    void whatBelongsToAnotherLooksAsIfItWereNotThere(AccessRule rule) {
        Belongings another = Belongings.make(rule, tables);
        String before = another.view();
        for (Caller curious : theCurious(rule)) {
            String who = rule + " for " + curious.groups();

            Response there = send(rule, curious.asks(), another.ids());
            Response nowhere = send(rule, curious.asks(), Map.of());

            assertEquals(404, nowhere.statusCode(), who);
            assertEquals(404, there.statusCode(), who);
            assertEquals(withoutIds(nowhere), withoutIds(there), who);
        }
        assertEquals(before, another.view());
        // Else what the others were told would show nothing.
        Response own = send(rule, another.owner().asks(), another.ids());
        assertIsLetIn(rule, own, "its owner");
        assertNotEquals(400, own.statusCode(), own::asString);
        assertNotEquals(404, own.statusCode(), own::asString);
    }

    /** Somebody of each role; what they ask for here ends nobody's access. */
    private static List<Caller> theCurious(AccessRule rule) {
        if (CURIOUS.isEmpty()) {
            String token = TestPlayer.register("Curious").token();
            CURIOUS.add(new Caller(Set.of("player"), () -> token));
            for (String role : List.of("author", "moderator", "admin")) {
                String ofRole = TestPlayer.with(role).token();
                CURIOUS.add(new Caller(Set.of("player", role), () -> ofRole));
            }
        }
        return CURIOUS.stream()
                .filter(caller -> rule.allows(caller.groups()) && Collections.disjoint(caller.groups(), rule.eyes()))
                .toList();
    }

    private static String withoutIds(Response response) {
        return response.asString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    /** What the path names is what {@code ids} say, or else nothing that there is. */
    private static Response send(AccessRule rule, RequestSpecification as, Map<String, String> ids) {
        String path = rule.path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        path = path.replace("{role}", "author")
                .replace("{round}", "1")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        boolean bare = rule.verb().equals("GET") || rule.verb().equals("DELETE");
        RequestSpecification request = bare ? as : sending(rule, as);
        return request.request(rule.verb(), path);
    }

    private static RequestSpecification sending(AccessRule rule, RequestSpecification as) {
        byte[] body = rule.body().getBytes();
        return rule.type() == ContentType.MULTIPART
                ? as.multiPart("file", "file", body)
                : as.contentType(rule.type()).body(body);
    }

    /** One thing of each kind that a player can have; the first round of the match is open. An import takes its time. */
    private record Belongings(
            TestPlayer owner,
            TestRoom room,
            String ticket,
            String identity,
            String quiz,
            String video,
            String webhook,
            Optional<String> imported,
            Optional<String> publication) {
        static Belongings make(AccessRule rule, Tables tables) {
            TestPlayer owner = TestPlayer.with("author");
            TestRoom room = TestRoom.open(owner);
            owner.asks()
                    .body(Map.of("pin", room.pin()))
                    .post("/v1/rooms/join")
                    .then()
                    .statusCode(200);
            room.hostAsks("start").statusCode(204);
            tables.openFirstRound(room.match());
            String ticket = owner.asks()
                    .body(Map.of("settings", Map.of("count", 31 + QUESTIONS.getAndIncrement() % 20, "language", "en")))
                    .post("/v1/matchmaking/tickets")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            String identity = TestIdentity.at("acme")
                    .isLinkedBy(owner)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("identityId");
            String quiz = owner.asks()
                    .body(TestQuiz.body("Mine", TestQuiz.single("Whose?")))
                    .post("/v1/quizzes")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("quizId");
            String video = owner.asks()
                    .body(Map.of("type", "video/mp4", "bytes", 1_000))
                    .post("/v1/media/videos")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("medium.id");
            String webhook = owner.asks()
                    .body(AccessRules.WEBHOOK)
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("webhook.id");
            tables.execute(
                    "INSERT INTO webhook_delivery (id, webhook_id, kind, body, status, attempts, next_at, created_at)"
                            + " SELECT id, id, 'webhook.test', '{}', 'failed', 10, NOW(6), NOW(6) FROM webhook WHERE id = ?",
                    webhook);
            Optional<String> imported =
                    rule.path().contains("{importId}") ? Optional.of(imported(owner)) : Optional.empty();
            Optional<String> publication =
                    rule.path().contains("{publicationId}") || rule.path().endsWith("/current")
                            ? Optional.of(published(owner, quiz))
                            : Optional.empty();
            return new Belongings(owner, room, ticket, identity, quiz, video, webhook, imported, publication);
        }

        private static String published(TestPlayer author, String quiz) {
            String location = author.asks()
                    .body(Map.of("revision", 1))
                    .post("/v1/quizzes/" + quiz + "/publications")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            await().until(() -> author.asks().get(location).path("endedAt") != null);
            return location.replaceFirst(".*/", "");
        }

        private static String imported(TestPlayer author) {
            String location = author.asks()
                    .contentType(ContentType.BINARY)
                    .body("#Q One?\n^ a\nA a\nB b\n".getBytes())
                    .post("/v1/imports?async=true&language=oa&name=own.txt")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            await().until(() -> author.asks().get(location).path("endedAt") != null);
            return location.replaceFirst(".*/", "");
        }

        Map<String, String> ids() {
            Map<String, String> ids = new HashMap<>(Map.of(
                    "matchId",
                    room.match(),
                    "id",
                    ticket,
                    "deviceId",
                    owner.deviceId(),
                    "identityId",
                    identity,
                    "quizId",
                    quiz,
                    "importId",
                    imported.orElse(quiz),
                    "mediumId",
                    video,
                    "webhookId",
                    webhook,
                    "deliveryId",
                    webhook,
                    "playerId",
                    owner.id()));
            ids.put("publicationId", publication.orElse(quiz));
            return ids;
        }

        String view() {
            return Stream.concat(
                            imported.stream().map(id -> "/v1/imports/" + id),
                            Stream.of(
                                    "/v1/me",
                                    "/v1/me/devices",
                                    "/v1/me/identities",
                                    "/v1/media/" + video,
                                    "/v1/webhooks/" + webhook,
                                    "/v1/webhooks/" + webhook + "/deliveries",
                                    "/v1/matches/" + room.match(),
                                    "/v1/matchmaking/tickets/" + ticket,
                                    "/v1/quizzes/" + quiz,
                                    "/v1/quizzes/" + quiz + "/members"))
                    .map(path -> owner.asks()
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .toList()
                    .toString();
        }
    }
}
