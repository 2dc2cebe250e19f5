package app.vstrivia.model.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.PlayerId;
import org.junit.jupiter.api.Test;

class RevocationTest {
    private static final String PHONE = "018f0000-0000-7000-8000-0000000000d1";
    private static final String TABLET = "018f0000-0000-7000-8000-0000000000d2";
    private static final long AT = 1_000;

    private final PlayerId ada = PlayerId.next();

    @Test
    void whatWasIssuedBeforeIsVoid() {
        Revocation revocation = new Revocation(ada, PHONE, AT, false);

        assertTrue(revocation.concerns(ada, PHONE, AT - 1));
        assertFalse(revocation.concerns(ada, PHONE, AT + 1));
    }

    @Test
    void whatWasIssuedInTheSameMillisecondIsVoid() {
        assertTrue(new Revocation(ada, PHONE, AT, false).concerns(ada, PHONE, AT));
    }

    @Test
    void aDeviceIsRevokedByItselfAndAPlayerWithAllDevices() {
        assertFalse(new Revocation(ada, PHONE, AT, false).concerns(ada, TABLET, 0));
        assertFalse(new Revocation(ada, PHONE, AT, false).concerns(ada, null, 0));
        assertTrue(new Revocation(ada, null, AT, false).concerns(ada, TABLET, 0));
        assertTrue(new Revocation(ada, null, AT, false).concerns(ada, null, 0));
        assertFalse(new Revocation(ada, null, AT, false).concerns(PlayerId.next(), TABLET, 0));
    }

    @Test
    void aTokenThatSaysOnlyTheSecondWasIssuedAtItsBeginning() {
        assertTrue(TokenClaims.issuedAt(null, 7) == 7_000);
        assertTrue(TokenClaims.issuedAt(7_123L, 7) == 7_123);
        assertTrue(TokenClaims.issuedAt("nonsense", 7) == 7_000);
    }
}
