package app.vstrivia.api.platform.ratelimit;

import static app.vstrivia.api.support.FrontDoor.from;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FrontDoor;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The same request a thousand times. */
@ApiTest
@TestProfile(FrontDoor.class)
class FloodTest {
    @Test
    void afterSixtyRegistrationsAnAddressWaits() {
        String farm = address();
        for (long left = RateLimit.REGISTRATION.atOnce() - 1; left >= 0; left--) {
            register(farm)
                    .then()
                    .statusCode(201)
                    .header("RateLimit-Policy", equalTo("\"registration\";q=60;w=360"))
                    .header("RateLimit", matchesPattern("\"registration\";r=\\d+;t=\\d+"));
        }

        refused(register(farm), "registration")
                .header("Retry-After", matchesPattern("[1-6]"))
                .header("RateLimit", matchesPattern("\"registration\";r=0;t=[1-6]"));
        register(address()).then().statusCode(201);
    }

    @Test
    void anotherAddressInTheHeaderDoesNotHelp() {
        String farm = address();
        spend(farm);

        refused(register(address() + ", " + farm), "registration");
        refused(register(address() + ", " + farm + ", 10.0.0.7"), "registration");
    }

    @Test
    void norDoesAnotherOneOfTheSameIpv6Network() {
        String network =
                "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff)) + ":1:";
        spend(network + ":1");

        refused(register(network + "dead:beef:0:2"), "registration");
        register(network.replace(":1:", ":2:") + ":1").then().statusCode(201);
    }

    @Test
    void guessesOfASecretAreCounted() {
        String address = address();
        Map<String, String> guess = Map.of("deviceId", UUID.randomUUID().toString(), "secret", "guess");
        int refusals = 0;
        for (int i = 0; i < RateLimit.SIGN_IN.atOnce() + 100; i++) {
            refusals += from(address).body(guess).post("/v1/tokens").statusCode() == 429 ? 1 : 0;
        }

        // Some come back meanwhile, five a second.
        assertEquals(true, refusals > 0, "never refused");
    }

    @Test
    void guessesOfALinkCodeAreCountedToo() {
        String address = address();
        for (int i = 0; i < RateLimit.LINKING.atOnce(); i++) {
            from(address)
                    .body(Map.of("code", "AAAAA-AAAA" + i))
                    .post("/v1/devices/link")
                    .then()
                    .statusCode(401);
        }

        refused(from(address).body(Map.of("code", "AAAAA-AAAAX")).post("/v1/devices/link"), "linking");
    }

    @Test
    void aPlayerGuessesTwentyPinsAndWaitsWhereverHeIs() {
        String token = player(address());
        for (int i = 0; i < RateLimit.JOINING.atOnce(); i++) {
            join(token, address(), String.format("%06d", i)).then().statusCode(404);
        }

        refused(join(token, address(), "123456"), "joining").header("Retry-After", matchesPattern("[1-6]"));
        join(player(address()), address(), "123456").then().statusCode(404);
    }

    @Test
    void whatHasNoLimitOfItsOwnHasThatOfWrites() {
        String address = address();
        String token = player(address);
        int refusals = 0;
        for (int i = 0; i < 2 * RateLimit.WRITES.atOnce() && refusals == 0; i++) {
            Response renamed = from(address)
                    .auth()
                    .oauth2(token)
                    .body(Map.of("name", "Ann " + i))
                    .patch("/v1/me");
            refusals += renamed.statusCode() == 429 ? 1 : 0;
        }

        assertEquals(1, refusals);
        from(address).auth().oauth2(token).get("/v1/me").then().statusCode(200).header("RateLimit", nullValue());
    }

    @Test
    void whoIsNobodyIsToldSoAndNotCounted() {
        from(address())
                .body(Map.of("pin", "123456"))
                .post("/v1/rooms/join")
                .then()
                .statusCode(401);
    }

    private static Response join(String token, String address, String pin) {
        return from(address).auth().oauth2(token).body(Map.of("pin", pin)).post("/v1/rooms/join");
    }

    private static void spend(String address) {
        for (int i = 0; i < RateLimit.REGISTRATION.atOnce(); i++) {
            register(address).then().statusCode(201);
        }
    }

    private static Response register(String address) {
        return from(address).body(Map.of("name", "Anna")).post("/v1/devices");
    }

    private static String player(String address) {
        JsonPath device = register(address).then().statusCode(201).extract().jsonPath();
        return from(address)
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
