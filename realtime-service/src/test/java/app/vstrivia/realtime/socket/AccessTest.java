package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** How long a connection may last: tokens that expire, are renewed, or are revoked. */
@QuarkusTest
class AccessTest extends Fixture {
    private static final String DEVICE = "018f0000-0000-7000-8000-0000000000d1";

    @Test
    void aTokenThatExpiresEndsTheConnection() {
        PlayerId ada = matches.player();
        String token = Issuer.token(ada.toString(), DEVICE, Duration.ofSeconds(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, token).hello()) {
            assertEquals(4401, a.awaitClose());
        }
    }

    @Test
    void aTokenThatIsRenewedInTimeDoesNot() throws InterruptedException {
        PlayerId ada = matches.player();
        String token = Issuer.token(ada.toString(), DEVICE, Duration.ofSeconds(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, token).hello()) {
            long before = a.frames().get(0).path("expires").asLong();
            a.send("{'type':'renew','id':'r1','token':'" + Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(10))
                    + "'}");

            assertTrue(a.awaitType("renewed").path("expires").asLong() > before + 500_000);
            Thread.sleep(7_000);
            a.send("{'type':'ping','body':'still here'}");
            assertEquals("still here", a.awaitType("pong").path("body").asText());
        }
    }

    @Test
    void onlyATokenOfTheSameDeviceRenews() {
        PlayerId ada = matches.player();
        String forged = Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(5));
        String[] others = {
            Issuer.token(ada.toString(), "another", Duration.ofMinutes(5)),
            Issuer.token(matches.player().toString(), DEVICE, Duration.ofMinutes(5)),
            Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(-10)),
            Issuer.token(ada.toString(), null, Duration.ofMinutes(5)),
            forged.substring(0, forged.lastIndexOf('.') + 1) + "A".repeat(86),
            "nonsense"
        };
        String own = Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, own).hello()) {
            for (String token : others) {
                a.send("{'type':'renew','id':'r','token':'" + token + "'}");

                var error = a.awaitType("error");
                assertEquals("unauthenticated", error.path("code").asText());
                assertEquals("r", error.path("id").asText());
            }
            a.send("{'type':'ping','body':'x'}").awaitType("pong");
        }
    }

    @Test
    void whoseAccessIsRevokedIsPutOutAndKeptOut() {
        PlayerId ada = matches.player();
        PlayerId bob = matches.player();
        String token = Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, token).hello();
                TestSocket other = TestSocket.open(socket, ada).hello();
                TestSocket b = TestSocket.open(socket, bob).hello()) {
            revoke(ada, DEVICE);

            long asked = System.nanoTime();
            assertEquals(4410, a.awaitClose());
            assertTrue(System.nanoTime() - asked < 2_000_000_000L, "within two seconds");
            assertThrows(CompletionException.class, () -> TestSocket.openWithToken(socket, ada, token));
            String newer = Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(5));
            TestSocket.openWithToken(socket, ada, newer).hello().close();
            other.send("{'type':'ping','body':'x'}").awaitType("pong");
            revoke(ada, null);
            assertEquals(4410, other.awaitClose());
            b.send("{'type':'ping','body':'x'}").awaitType("pong");
        }
    }

    @Test
    void whoseRolesChangedComesBackWithTheNextToken() {
        PlayerId ada = matches.player();
        String token = Issuer.token(ada.toString(), DEVICE, Duration.ofMinutes(5));
        try (TestSocket a = TestSocket.openWithToken(socket, ada, token).hello()) {
            matches.execute(
                    "INSERT INTO revocation (player_id, device, revoked_at, renewable)"
                            + " VALUES (?, NULL, NOW(6) + INTERVAL 1 SECOND, 1)",
                    Values.of(ada));

            assertEquals(4401, a.awaitClose());
            assertThrows(CompletionException.class, () -> TestSocket.openWithToken(socket, ada, token));
        }
    }

    private void revoke(PlayerId player, String device) {
        matches.execute(
                "INSERT INTO revocation (player_id, device, revoked_at) VALUES (?, ?, NOW(6))",
                Values.of(player, device));
    }
}
