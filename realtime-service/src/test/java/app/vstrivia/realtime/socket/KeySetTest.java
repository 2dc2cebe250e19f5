package app.vstrivia.realtime.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import app.vstrivia.realtime.testing.Patient;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.security.KeyPair;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The keys that tokens are checked with: which are known, and how often they are asked for. Ten times as often as usual. */
@QuarkusTest
@TestProfile(Patient.class)
class KeySetTest extends Fixture {
    private final KeyPair key = Issuer.newKey();

    private boolean opens(String keyId) {
        PlayerId player = matches.player();
        String token = Issuer.token(player.toString(), "device", Duration.ofMinutes(5), keyId, key.getPrivate());
        try (TestSocket opened = TestSocket.openWithToken(socket, player, token)) {
            opened.hello();
            return true;
        } catch (CompletionException refused) {
            return false;
        }
    }

    @Test
    void madeUpKeyIdsHaveTheSetFetchedOnceInAWhile() {
        int before = Issuer.fetches();
        long begin = System.nanoTime();

        for (int i = 0; i < 50; i++) {
            assertEquals(false, opens("made-up-" + i));
        }

        long intervals = (System.nanoTime() - begin) / (Patient.KEYS_AT_MOST_EVERY_MS * 1_000_000L) + 1;
        int fetches = Issuer.fetches() - before;
        assertTrue(fetches <= intervals, () -> fetches + " fetches within " + intervals + " intervals");
    }

    @Test
    void aNewKeyIsKnownBeforeItSignsThoughOthersAreMadeUpAllTheTime() {
        Issuer.publish("new", key);
        long known = System.nanoTime() + 2 * Patient.KEYS_AT_MOST_EVERY_MS * 1_000_000L;
        while (System.nanoTime() < known) {
            assertEquals(false, opens("made-up"));
        }

        assertTrue(opens("new"));
    }

    @Test
    void aNewKeyIsKnownThoughNobodyHasUsedAnUnknownOne() {
        int before = Issuer.fetches();

        await().atMost(Duration.ofSeconds(30)).until(() -> Issuer.fetches() > before);
    }

    @Test
    void theIdOfAKnownKeyIsNotEnough() {
        PlayerId player = matches.player();
        String forged = Issuer.token(player.toString(), "device", Duration.ofMinutes(5), "test", key.getPrivate());

        assertThrows(CompletionException.class, () -> TestSocket.openWithToken(socket, player, forged));
    }
}
