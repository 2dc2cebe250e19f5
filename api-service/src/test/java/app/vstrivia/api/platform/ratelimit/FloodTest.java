package app.vstrivia.api.platform.ratelimit;

import static app.vstrivia.api.support.FrontDoor.from;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FrontDoor;
import app.vstrivia.api.support.Tables;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same request a thousand times. */
@ApiTest
@TestProfile(FrontDoor.class)
class FloodTest {
    @Inject
    RateLimits limits;

    @Inject
    Pool pool;

    @Test
    void afterSixtyRegistrationsAnAddressWaits() {
        String farm = address();
        register(farm)
                .then()
                .statusCode(201)
                .header("RateLimit-Policy", equalTo("\"registration\";q=60;w=360"))
                .header("RateLimit", matchesPattern("\"registration\";r=59;t=\\d+"));

        Response last = untilRefused(RateLimit.REGISTRATION, () -> register(farm));

        refused(last, "registration")
                .header("Retry-After", matchesPattern("[1-6]"))
                .header("RateLimit", matchesPattern("\"registration\";r=0;t=[1-6]"));
        register(address()).then().statusCode(201);
    }

    @Test
    void anotherAddressInTheHeaderDoesNotHelp() {
        String farm = address();
        untilRefused(RateLimit.REGISTRATION, () -> register(farm));

        assertFew(() -> register(address() + ", " + farm));
        assertFew(() -> register(address() + ", " + farm + ", 10.0.0.7"));
    }

    @Test
    void norDoesAnotherOneOfTheSameIpv6Network() {
        String network =
                "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff)) + ":1:";
        untilRefused(RateLimit.REGISTRATION, () -> register(network + ":1"));

        assertFew(() -> register(network + "dead:beef:0:"
                + Integer.toHexString(ThreadLocalRandom.current().nextInt(1, 0xffff))));
        register(network.replace(":1:", ":2:") + ":1").then().statusCode(201);
    }

    @Test
    void guessesOfASecretAreCounted() {
        String address = address();
        Map<String, String> guess = Map.of("deviceId", UUID.randomUUID().toString(), "secret", "guess");

        refused(untilRefused(RateLimit.SIGN_IN, () -> from(address).body(guess).post("/v1/tokens")), "sign-in");
    }

    @Test
    void guessesOfALinkCodeAreCountedToo() {
        String address = address();
        Map<String, String> guess = Map.of("code", "AAAAA-AAAAA");

        refused(untilRefused(RateLimit.LINKING, () -> from(address).body(guess).post("/v1/devices/link")), "linking");
    }

    @Test
    void aPlayerGuessesTwentyPinsAndWaitsWhereverHeIs() {
        String token = player(address());

        Response last = untilRefused(RateLimit.JOINING, () -> join(token, address()));

        refused(last, "joining").header("Retry-After", matchesPattern("[1-6]"));
        join(player(address()), address()).then().statusCode(404);
    }

    @Test
    void whoJoinsARoomThatIsRushedWaits() {
        String pin = "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        String token = player(address());
        rush(pin, 2 * RateLimit.ROOM_JOINS.atOnce());
        AtomicBoolean refused = new AtomicBoolean();
        CompletableFuture<Void> crowd = CompletableFuture.runAsync(() -> {
            while (!refused.get()) {
                rush(pin, 1_000);
            }
        });

        try {
            Response last = Stream.generate(() -> join(token, address(), pin))
                    .limit(RateLimit.JOINING.atOnce() - 1)
                    .filter(response -> response.statusCode() == 429)
                    .findFirst()
                    .orElseThrow();

            refused(last, "room-joins").header("Retry-After", equalTo("1"));
        } finally {
            refused.set(true);
            crowd.join();
        }
    }

    /** So many ask to join at once. */
    private void rush(String pin, long crowd) {
        take(RateLimit.ROOM_JOINS, pin, crowd);
    }

    private void take(RateLimit limit, String whom, long times) {
        Stream.generate(() -> limits.take(limit, whom)
                        .onFailure(TooManyRequests.class)
                        .recoverWithNull()
                        .subscribeAsCompletionStage())
                .limit(times)
                .toList()
                .forEach(CompletableFuture::join);
    }

    @Test
    void whatHasNoLimitOfItsOwnHasThatOfWrites() {
        String address = address();
        String token = player(address);

        Response last = untilRefused(
                RateLimit.WRITES,
                () -> from(address).auth().oauth2(token).body("{}").patch("/v1/me"));

        refused(last, "writes");
        from(address).auth().oauth2(token).get("/v1/me").then().statusCode(200).header("RateLimit", nullValue());
    }

    @Test
    void picturesThatFilesNameAreFetchedFromTheWebSoOften() {
        JsonPath device = register(address()).then().statusCode(201).extract().jsonPath();
        new Tables(pool)
                .execute(
                        "INSERT INTO player_role (player_id, role) VALUES (?, 'author')", device.getString("playerId"));
        String token = signedIn(device);
        assertTrue(fetchedBy(token).contains("everybody can reach"), "it is asked where that is");

        // One comes back in two seconds, which may be just now.
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            take(RateLimit.FETCHES, device.getString("playerId"), RateLimit.FETCHES.atOnce());
            return fetchedBy(token).contains("as one may for now");
        });
    }

    /** What is said of a question about a picture on this machine. */
    private static String fetchedBy(String token) {
        String[] lines = from(address())
                .auth()
                .oauth2(token)
                .contentType("application/octet-stream")
                .body("[html]Who is it?<img src\\=\"http\\://127.0.0.1/a.png\">{=Ann ~Bob}\n".getBytes())
                .post("/v1/imports?format=gift&language=zm")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        JsonPath report = JsonPath.from(lines[lines.length - 1]).setRootPath("report");
        assertEquals(List.of("media-not-fetched"), report.getList("findings.code"));
        return report.getString("findings[0].reason");
    }

    @Test
    void whoIsNobodyIsToldSoAndNotCounted() {
        from(address())
                .body(Map.of("pin", "123456"))
                .post("/v1/rooms/join")
                .then()
                .statusCode(401);
    }

    /** What was spent comes back meanwhile, so that it may take a few more than fit at once. */
    private static Response untilRefused(RateLimit limit, Supplier<Response> request) {
        for (int i = 0; i < 10 * limit.atOnce(); i++) {
            Response response = request.get();
            if (response.statusCode() == 429) {
                assertTrue(i >= limit.atOnce() - 1, limit + " after " + i);
                return response;
            }
        }
        throw new AssertionError(limit + " has no end");
    }

    /** As many as come back within the time that this takes, and no more. */
    private static void assertFew(Supplier<Response> request) {
        long passed = Stream.generate(request)
                .limit(20)
                .filter(response -> response.statusCode() != 429)
                .count();
        assertTrue(passed < 5, passed + " of 20");
    }

    private static Response join(String token, String address) {
        return join(token, address, "000000");
    }

    private static Response join(String token, String address, String pin) {
        return from(address).auth().oauth2(token).body(Map.of("pin", pin)).post("/v1/rooms/join");
    }

    private static Response register(String address) {
        return from(address).body(Map.of("name", "Anna")).post("/v1/devices");
    }

    private static String player(String address) {
        return signedIn(register(address).then().statusCode(201).extract().jsonPath());
    }

    private static String signedIn(JsonPath device) {
        return from(address())
                .body(Map.of("deviceId", device.getString("deviceId"), "secret", device.getString("secret")))
                .post("/v1/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    private static ValidatableResponse refused(Response response, String limit) {
        return response.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("too-many-requests"))
                .header("RateLimit-Policy", matchesPattern("\"" + limit + "\";q=\\d+;w=\\d+"));
    }

    /** Nobody had it before, in this run. */
    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "172." + random.nextInt(16, 32) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }
}
