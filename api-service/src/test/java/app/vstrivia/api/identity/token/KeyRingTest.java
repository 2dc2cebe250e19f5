package app.vstrivia.api.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.SigningKeyFile;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SigningKey a = newKey();
    private final SigningKey b = newKey();
    private final SigningKey c = newKey();
    private final KeyRing ring = new KeyRing(Duration.ofMinutes(3), Duration.ofMinutes(15));

    private static SigningKey newKey() {
        return SigningKey.of((ECPrivateKey) SigningKeyFile.newKeyPair().getPrivate());
    }

    private void update(int minute, SigningKey... present) {
        ring.update(List.of(present), START.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void theOnlyKeySignsAtOnce() {
        update(0, a);

        assertEquals(a, ring.signer());
        assertEquals(List.of(a), ring.published());
    }

    @Test
    void aNewKeyIsPublishedBeforeItSigns() {
        update(0, a);
        update(10, a, b);
        assertEquals(a, ring.signer());
        assertEquals(List.of(a, b), ring.published());

        update(12, a, b);
        assertEquals(a, ring.signer());

        update(13, a, b);
        assertEquals(b, ring.signer());
        assertEquals(List.of(a, b), ring.published());
    }

    @Test
    void aReplacedKeySignsUntilItsSuccessorMayAndIsPublishedUntilItsLastTokenHasExpired() {
        update(0, a);
        update(10, b);
        assertEquals(a, ring.signer());
        assertTrue(ring.published(b.id()).isPresent());

        update(13, b);
        assertEquals(b, ring.signer());
        update(28, b);
        assertTrue(ring.published(a.id()).isPresent());

        update(29, b);
        assertEquals(List.of(b), ring.published());
    }

    @Test
    void aKeyThatComesBackStays() {
        update(0, a, b);
        update(10, a);
        update(20, a, b);
        update(60, a, b);

        assertEquals(b, ring.signer());
        assertEquals(2, ring.published().size());
    }

    @Test
    void aKeyThatIsTakenAwayBeforeItSignedNeverSigns() {
        update(0, a);
        update(1, a, c);
        update(2, a);
        update(30, a);

        assertEquals(a, ring.signer());
        assertEquals(List.of(a), ring.published());
    }

    @Test
    void afterAStartWithSeveralKeysTheFirstSignsUntilAllKnowTheLast() {
        update(0, a, b, c);
        assertEquals(a, ring.signer());

        update(3, a, b, c);
        assertEquals(c, ring.signer());
    }
}
