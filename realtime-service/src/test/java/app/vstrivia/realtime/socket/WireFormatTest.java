package app.vstrivia.realtime.socket;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.Patient;
import app.vstrivia.realtime.testing.RawSocket;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Bytes on the connection, as strange clients send them or fail to read them. */
@QuarkusTest
@TestProfile(Patient.class)
class WireFormatTest extends Fixture {
    @TestHTTPResource(value = "/metrics", management = true)
    URI figures;

    @Test
    void whatIsSentAtOnceAfterTheUpgradeIsReadInOrder() {
        try (RawSocket a = new RawSocket(socket, token()).text("{'type':'hello'}")) {
            for (int i = 0; i < 50; i++) {
                a.text("{'type':'ping','body':'" + i + "'}");
            }

            assertTrue(a.read().contains("welcome"));
            a.readUntil("resumed");
            for (int i = 0; i < 50; i++) {
                assertEquals("{\"type\":\"pong\",\"body\":\"" + i + "\"}", a.readUntil("pong"));
            }
        }
    }

    @Test
    void aMessageInPiecesIsOneMessage() {
        try (RawSocket a = greeted()) {
            a.send(RawSocket.frame(RawSocket.TEXT, false, "{\"type\":\"ping\","));
            a.send(RawSocket.frame(RawSocket.PING, true, "in between"));
            a.send(RawSocket.frame(RawSocket.CONTINUATION, false, "\"body\":"));
            a.send(RawSocket.frame(RawSocket.CONTINUATION, true, "\"whole\"}"));

            assertEquals("in between", a.readUntil("in between"));
            assertEquals("{\"type\":\"pong\",\"body\":\"whole\"}", a.readUntil("pong"));
        }
    }

    @Test
    void noCompressionIsAgreedOn() {
        try (RawSocket a = greeted()) {
            assertTrue(a.head().startsWith("HTTP/1.1 101 "));
            assertFalse(a.head().toLowerCase(Locale.ROOT).contains("sec-websocket-extensions"), a::head);
        }
    }

    @Test
    void aRequestThatCannotBecomeASocketIsRefused() {
        for (String version : new String[] {"12", ""}) {
            given().header("Upgrade", "websocket")
                    .header("Connection", "Upgrade")
                    .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                    .header("Sec-WebSocket-Version", version)
                    .header("Authorization", "Bearer " + token())
                    .get("/v1/socket")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void whoFloodsWithPingsIsPutOut() {
        try (RawSocket a = greeted()) {
            byte[] ping = RawSocket.frame(RawSocket.PING, true, "x");

            assertThrows(UncheckedIOException.class, () -> {
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (System.nanoTime() < until) {
                    a.send(ping);
                }
            });
        }
    }

    @Test
    void whoSendsMoreThanAFrameMayHoldIsToldWhy() {
        try (RawSocket a = greeted()) {
            a.send(RawSocket.frame(RawSocket.TEXT, false, "x".repeat(60_000)));
            a.send(RawSocket.frame(RawSocket.CONTINUATION, true, "x".repeat(60_000)));

            assertTrue(a.readUntil("too many messages").contains("too many messages"));
        }
    }

    @Test
    void emptyPiecesWithoutEndEndTheConnection() {
        try (RawSocket a = greeted()) {
            a.send(RawSocket.frame(RawSocket.TEXT, false, "x".repeat(60_000)));
            byte[] nothing = RawSocket.frame(RawSocket.CONTINUATION, false, "");

            assertThrows(UncheckedIOException.class, () -> {
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (System.nanoTime() < until) {
                    a.send(nothing);
                }
            });
        }
    }

    @Test
    void whatIsNoTextIsRefused() {
        try (RawSocket a = greeted()) {
            a.send(RawSocket.frame(RawSocket.BINARY, true, "{\"type\":\"ping\",\"body\":\"x\"}"));

            assertTrue(a.readUntil("error").contains("malformed"));
        }
    }

    @Test
    void piecesWithoutEndEndTheConnection() {
        try (RawSocket a = greeted()) {
            a.send(RawSocket.frame(RawSocket.TEXT, false, "x".repeat(1_000)));

            assertThrows(UncheckedIOException.class, () -> {
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (System.nanoTime() < until) {
                    a.send(RawSocket.frame(RawSocket.CONTINUATION, false, "x".repeat(1_000)));
                }
            });
        }
    }

    @Test
    void whoDoesNotReadIsClosedAndOthersAreNotHarmed() {
        double before = closedAsSlow();
        try (RawSocket slow = greeted();
                TestSocket other = TestSocket.open(socket, matches.player()).hello()) {
            byte[] ping =
                    RawSocket.frame(RawSocket.TEXT, true, "{\"type\":\"ping\",\"body\":\"" + "x".repeat(1_000) + "\"}");

            assertThrows(UncheckedIOException.class, () -> {
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (System.nanoTime() < until) {
                    slow.send(ping);
                }
            });
            assertEquals(before + 1, closedAsSlow());
            other.send("{'type':'ping','body':'well'}").awaitType("pong");
        }
    }

    private RawSocket greeted() {
        RawSocket raw = new RawSocket(socket, token()).text("{'type':'hello'}");
        raw.readUntil("resumed");
        return raw;
    }

    private String token() {
        return Issuer.token(matches.player().toString());
    }

    private double closedAsSlow() {
        String metrics = given().get(figures).then().extract().asString();
        Matcher counter = Pattern.compile("trivia_sockets_closed_total\\{reason=\"slow-consumer\"} (\\S+)")
                .matcher(metrics);
        return counter.find() ? Double.parseDouble(counter.group(1)) : 0;
    }
}
