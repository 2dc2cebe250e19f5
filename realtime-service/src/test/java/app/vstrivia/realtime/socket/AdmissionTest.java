package app.vstrivia.realtime.socket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.identity.KnownRevocations;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.TestSocket;
import app.vstrivia.realtime.wire.Wires;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Who is let in, and how a replica is left. */
@QuarkusTest
@TestProfile(AdmissionTest.AFew.class)
@TestMethodOrder(OrderAnnotation.class)
class AdmissionTest extends Fixture {
    /** Three connections at a time. */
    public static class AFew implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("trivia.socket.connections", "3", "trivia.drain.move-within", "500ms");
        }
    }

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Inject
    Drain drain;

    @Inject
    SocketLimits limits;

    @Inject
    Wires wires;

    @Inject
    KeySetRefresh keys;

    @Test
    @Order(1)
    void nobodyIsLetInBeforeItIsKnownWhoseAccessWasRevoked() {
        SimpleMeterRegistry counted = new SimpleMeterRegistry();
        Admission admission = new Admission(limits, wires, counted, new KnownRevocations(null), keys);

        assertFalse(admission.open());
        assertTrue(admission.refusal().isPresent());
        assertEquals(
                1,
                counted.counter("trivia.upgrades.refused", "reason", "starting").count());
    }

    @Test
    @Order(1)
    void whoComesToAFullReplicaIsToldWhenToTryAgain() {
        try (TestSocket a = TestSocket.open(socket, matches.player()).hello();
                TestSocket b = TestSocket.open(socket, matches.player()).hello();
                TestSocket c = TestSocket.open(socket, matches.player()).hello()) {
            String token = Issuer.token(matches.player().toString());

            given().header("Upgrade", "websocket")
                    .header("Connection", "Upgrade")
                    .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                    .header("Sec-WebSocket-Version", "13")
                    .header("Authorization", "Bearer " + token)
                    .get("/v1/socket")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", matchesPattern("[1-5]"))
                    .contentType("application/problem+json")
                    .body("code", equalTo("unavailable"));
            for (TestSocket present : new TestSocket[] {a, b, c}) {
                present.send("{'type':'ping','body':'x'}").awaitType("pong");
            }
            given().get(metrics)
                    .then()
                    .body(allOf(
                            containsString("trivia_upgrades_refused_total{reason=\"full\"} 1.0"),
                            containsString("trivia_sockets_open 3.0")));
        }
    }

    @Test
    @Order(2)
    void whoStaysThoughToldToMoveIsClosedWith1012() {
        TestSocket[] present = {
            TestSocket.open(socket, matches.player()).hello(),
            TestSocket.open(socket, matches.player()).hello()
        };
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> {
            try {
                drain.drain(new ShutdownDelayInitiatedEvent());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        for (TestSocket socket : present) {
            assertTrue(socket.awaitType("move").path("within").asInt() > 0);
        }
        given().get(ready).then().statusCode(503);
        assertThrows(CompletionException.class, () -> TestSocket.open(socket, matches.player()));
        for (TestSocket socket : present) {
            assertEquals(1012, socket.awaitClose());
        }
        drained.join();
    }
}
