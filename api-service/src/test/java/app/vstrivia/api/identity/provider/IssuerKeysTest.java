package app.vstrivia.api.identity.provider;

import static app.vstrivia.api.identity.provider.Checking.accepted;
import static app.vstrivia.api.identity.provider.Checking.refused;
import static app.vstrivia.api.identity.provider.Checking.unavailable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.identity.provider.IdTokenRefused.Reason;
import app.vstrivia.api.support.FakeIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
    private static final Duration HALF_A_MINUTE = IssuerKeys.ASK_AGAIN_AFTER;

    private FakeIssuer issuer;
    private Checking checking;
    private Provider provider;

    @BeforeEach
    void start() {
        issuer = new FakeIssuer(0);
        checking = new Checking();
        provider = checking.provider(issuer);
    }

    @AfterEach
    void stop() {
        checking.close();
        issuer.close();
    }

    private String token() {
        return issuer.token("ada", "n-1");
    }

    @Test
    void keysAreKeptForAsLongAsTheIssuerSays() {
        issuer.cacheControl("public, max-age=600, must-revalidate");
        accepted(provider, token());
        checking.clock.pass(Duration.ofSeconds(599));
        accepted(provider, token());
        assertEquals(1, issuer.keyFetches());

        checking.clock.pass(Duration.ofSeconds(1));
        accepted(provider, token());

        assertEquals(2, issuer.keyFetches());
    }

    @Test
    void anIssuerCannotMakeUsAskAllTheTimeNorKeepWithdrawnKeysForEver() {
        assertEquals(Duration.ofMinutes(5), KeySource.goodFor("no-store, max-age=0"));
        assertEquals(Duration.ofDays(1), KeySource.goodFor("max-age=999999999"));
        assertEquals(Duration.ofHours(1), KeySource.goodFor(null));
        assertEquals(Duration.ofHours(1), KeySource.goodFor("public, s-maxage=7"));
        assertEquals(Duration.ofSeconds(19_008), KeySource.goodFor("public, max-age=19008, no-transform"));
    }

    @Test
    void keyRotation() {
        String before = token();
        accepted(provider, before);
        checking.clock.pass(HALF_A_MINUTE);
        issuer.rotate();

        accepted(provider, token());

        refused(Reason.UNKNOWN_KEY, provider, before);
        assertEquals(2, issuer.keyFetches());
    }

    @Test
    void unknownKeyIdsCauseOneFetchInHalfAMinute() {
        accepted(provider, token());
        try (FakeIssuer stranger = new FakeIssuer(0)) {
            for (int i = 0; i < 50; i++) {
                refused(Reason.UNKNOWN_KEY, provider, stranger.token("eve", "n-" + i));
            }
            assertEquals(1, issuer.keyFetches());

            checking.clock.pass(HALF_A_MINUTE);
            for (int i = 0; i < 50; i++) {
                refused(Reason.UNKNOWN_KEY, provider, stranger.token("eve", "n-" + i));
            }
            assertEquals(2, issuer.keyFetches());
        }
        accepted(provider, token());
    }

    @Test
    void manyAtOnceShareOneFetch() {
        String token = token();

        List<CompletableFuture<VerifiedIdentity>> all = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> accepted(provider, token)))
                .toList();

        all.forEach(one -> assertEquals("ada", one.join().subject()));
        assertEquals(1, issuer.keyFetches());
    }

    @Test
    void oversizedKeySet() {
        issuer.padsKeysWith(IssuerHttp.LARGEST);
        unavailable(provider, token());

        issuer.padsKeysWith(IssuerHttp.LARGEST / 2);
        checking.clock.pass(HALF_A_MINUTE);
        accepted(provider, token());
    }

    @Test
    void aKeySetThatHangs() {
        issuer.hangs(true);
        long began = System.nanoTime();

        unavailable(provider, token());

        assertTrue(System.nanoTime() - began < Checking.PATIENCE.multipliedBy(6).toNanos());
        unavailable(provider, token());
        assertEquals(1, issuer.keyFetches());
    }

    @Test
    void whileAnIssuerIsAwayItsLastKeysAreGoodForAnHour() {
        accepted(provider, token());
        issuer.answersWith(500);
        checking.clock.pass(Duration.ofMinutes(119));
        accepted(provider, issuer.signed(lateClaims()));

        checking.clock.pass(Duration.ofMinutes(1));
        unavailable(provider, issuer.signed(lateClaims()));

        issuer.answersWith(200);
        checking.clock.pass(HALF_A_MINUTE);
        accepted(provider, issuer.signed(lateClaims()));
    }

    private JwtClaims lateClaims() {
        JwtClaims claims = issuer.claims("ada", "n-1");
        claims.setExpirationTimeMinutesInTheFuture(300);
        return claims;
    }

    @Test
    void aDiscoveryDocumentOfAnotherIssuer() {
        issuer.claimsToBe("https://accounts.elsewhere.example");

        unavailable(provider, token());
        assertEquals(0, issuer.keyFetches());
    }

    @Test
    void redirectsAreNotFollowed() {
        Provider moved = checking.provider(issuer, Optional.of(issuer.issuer() + "/moved"), "RS256");

        unavailable(moved, token());
        assertEquals(0, issuer.keyFetches());
    }

    @Test
    void keysComeOverTlsUnlessFromThisMachine() {
        assertEquals(
                "accounts.example",
                KeySource.checked("https://accounts.example/keys").getHost());
        for (String unsafe : List.of(
                "http://accounts.example",
                "http://127.0.0.1.evil.example",
                "file:///etc/passwd",
                "https:nothing",
                "x")) {
            assertThrows(IllegalArgumentException.class, () -> KeySource.checked(unsafe), unsafe);
        }
    }
}
