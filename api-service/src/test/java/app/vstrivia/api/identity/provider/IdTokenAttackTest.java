package app.vstrivia.api.identity.provider;

import static app.vstrivia.api.identity.provider.Checking.accepted;
import static app.vstrivia.api.identity.provider.Checking.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.vstrivia.api.identity.provider.IdTokenRefused.Reason;
import app.vstrivia.api.support.FakeIssuer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdTokenAttackTest {
    private FakeIssuer issuer;
    private Checking checking;
    private Provider provider;
    private JwtClaims claims;

    @BeforeEach
    void start() {
        issuer = new FakeIssuer(0);
        checking = new Checking();
        provider = checking.provider(issuer);
        claims = issuer.claims("ada", "n-1");
    }

    @AfterEach
    void stop() {
        checking.close();
        issuer.close();
    }

    private static NumericDate inSeconds(long seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }

    @Test
    void aGoodTokenIsAcceptedAndNothingIsTakenFromItButWhoItIs() {
        VerifiedIdentity expected = new VerifiedIdentity("acme", issuer.issuer(), "ada", "n-1");

        assertEquals(expected, accepted(provider, issuer.signed(claims, issuer.rsa())));
        assertEquals(expected, accepted(provider, issuer.signed(claims, issuer.ec())));
        assertFalse(expected.toString().contains("ada"));
    }

    @Test
    void wrongAudience() {
        claims.setAudience("somebody.else");
        refused(Reason.AUDIENCE, provider, issuer.signed(claims));
    }

    @Test
    void noAudience() {
        claims.unsetClaim("aud");
        refused(Reason.MALFORMED, provider, issuer.signed(claims));
    }

    @Test
    void anAudienceBesidesUsThatWeDoNotTrust() {
        claims.setAudience(FakeIssuer.CLIENT, "somebody.else");
        claims.setClaim("azp", FakeIssuer.CLIENT);
        refused(Reason.AUDIENCE, provider, issuer.signed(claims));
    }

    @Test
    void wrongAuthorizedParty() {
        claims.setClaim("azp", "somebody.else");
        refused(Reason.AUTHORIZED_PARTY, provider, issuer.signed(claims));
    }

    @Test
    void severalAudiencesWithoutAnAuthorizedParty() {
        claims.setAudience(FakeIssuer.CLIENT, FakeIssuer.OTHER_CLIENT);
        refused(Reason.AUTHORIZED_PARTY, provider, issuer.signed(claims));

        claims.setClaim("azp", FakeIssuer.OTHER_CLIENT);
        assertEquals("ada", accepted(provider, issuer.signed(claims)).subject());
    }

    @Test
    void wrongIssuer() {
        claims.setIssuer("https://accounts.elsewhere.example");
        refused(Reason.ISSUER, provider, issuer.signed(claims));

        claims.setIssuer(issuer.issuer() + "/");
        refused(Reason.ISSUER, provider, issuer.signed(claims));
    }

    @Test
    void tokenOfAnotherConfiguredProvider() {
        try (FakeIssuer other = new FakeIssuer(0)) {
            refused(Reason.UNKNOWN_KEY, provider, other.token("ada", "n-1"));
        }
    }

    @Test
    void expired() {
        claims.setIssuedAt(inSeconds(-7_200));
        claims.setExpirationTime(inSeconds(-61));
        refused(Reason.EXPIRED, provider, issuer.signed(claims));

        claims.setExpirationTime(inSeconds(-30));
        assertEquals("ada", accepted(provider, issuer.signed(claims)).subject());
    }

    @Test
    void withoutAnEnd() {
        claims.unsetClaim("exp");
        refused(Reason.MALFORMED, provider, issuer.signed(claims));
    }

    @Test
    void notYetValid() {
        claims.setNotBefore(inSeconds(120));
        refused(Reason.NOT_YET_VALID, provider, issuer.signed(claims));

        claims.unsetClaim("nbf");
        claims.setIssuedAt(inSeconds(120));
        refused(Reason.NOT_YET_VALID, provider, issuer.signed(claims));
    }

    @Test
    void madeLongAgoOrNobodyKnowsWhen() {
        claims.setIssuedAt(inSeconds(-90_000));
        refused(Reason.EXPIRED, provider, issuer.signed(claims));

        claims.unsetClaim("iat");
        refused(Reason.MALFORMED, provider, issuer.signed(claims));
    }

    @Test
    void missingNonce() {
        claims.unsetClaim("nonce");
        refused(Reason.NONCE, provider, issuer.signed(claims));

        claims.setClaim("nonce", " ");
        refused(Reason.NONCE, provider, issuer.signed(claims));

        claims.setClaim("nonce", List.of("n-1"));
        refused(Reason.MALFORMED, provider, issuer.signed(claims));
    }

    @Test
    void aSubjectThatTheDatabaseMightTakeForAnother() {
        claims.setSubject("ada ");
        refused(Reason.MALFORMED, provider, issuer.signed(claims));

        claims.setSubject("a".repeat(256));
        refused(Reason.MALFORMED, provider, issuer.signed(claims));

        claims.unsetClaim("sub");
        refused(Reason.MALFORMED, provider, issuer.signed(claims));
    }

    @Test
    void algorithmNone() {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        token.setKeyIdHeaderValue(issuer.rsa().getKeyId());
        token.setPayload(claims.toJson());
        String unsigned = FakeIssuer.compact(token);

        refused(Reason.ALGORITHM, provider, unsigned);
        refused(Reason.ALGORITHM, provider, unsigned + issuer.signed(claims).split("\\.")[2]);
        refused(Reason.ALGORITHM, provider, withHeader("{\"alg\":\"None\",\"kid\":\"k\"}"));
        refused(Reason.ALGORITHM, provider, withHeader("{\"kid\":\"k\"}"));
    }

    @Test
    void headersThatAreNoTexts() {
        for (String header : List.of(
                "{\"alg\":[\"RS256\"],\"kid\":\"k\"}",
                "{\"alg\":\"RS256\",\"kid\":1}",
                "{\"alg\":\"RS256\",\"kid\":\"k\",\"typ\":{}}",
                "[]",
                "null",
                "1")) {
            refused(Reason.MALFORMED, provider, withHeader(header));
        }
    }

    private String withHeader(String header) {
        String[] parts = issuer.signed(claims).split("\\.");
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        return encoded + "." + parts[1] + "." + parts[2];
    }

    @Test
    void hs256WithThePublicKeyAsTheSecret() {
        List<byte[]> whatAVerifierMightTakeForASecret = List.of(
                issuer.rsa().getPublicKey().getEncoded(),
                issuer.rsa().toJson(OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8),
                Base64.getMimeEncoder().encode(issuer.rsa().getPublicKey().getEncoded()));

        for (byte[] secret : whatAVerifierMightTakeForASecret) {
            JsonWebSignature token = new JsonWebSignature();
            token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            token.setKeyIdHeaderValue(issuer.rsa().getKeyId());
            token.setKey(new HmacKey(secret));
            token.setPayload(claims.toJson());

            refused(Reason.ALGORITHM, provider, FakeIssuer.compact(token));
        }
    }

    @Test
    void anAlgorithmThatTheProviderDoesNotUse() {
        Provider onlyEc = checking.provider(issuer, Optional.of(issuer.jwksUri()), "ES256");

        refused(Reason.ALGORITHM, onlyEc, issuer.signed(claims, issuer.rsa()));
        assertEquals("ada", accepted(onlyEc, issuer.signed(claims, issuer.ec())).subject());
    }

    @Test
    void aKeyUsedForAnAlgorithmItIsNotFor() {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(issuer.ec().getKeyId());
        token.setKey(issuer.rsa().getPrivateKey());
        token.setPayload(claims.toJson());

        refused(Reason.ALGORITHM, provider, FakeIssuer.compact(token));
    }

    @Test
    void aTokenThatWasChanged() {
        String[] good = issuer.signed(claims).split("\\.");
        claims.setSubject("eve");
        String[] evil = issuer.signed(claims).split("\\.");

        refused(Reason.SIGNATURE, provider, good[0] + "." + evil[1] + "." + good[2]);
    }

    @Test
    void theKeysIdWithAnotherKey() throws JoseException {
        RsaJsonWebKey own = RsaJwkGenerator.generateJwk(2048);
        own.setKeyId(issuer.rsa().getKeyId());
        own.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);

        refused(Reason.SIGNATURE, provider, issuer.signed(claims, own));
    }

    @Test
    void embeddedKey() throws JoseException {
        RsaJsonWebKey own = RsaJwkGenerator.generateJwk(2048);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setJwkHeader(own);
        token.setKey(own.getPrivateKey());
        token.setPayload(claims.toJson());
        refused(Reason.UNKNOWN_KEY, provider, FakeIssuer.compact(token));

        token.setKeyIdHeaderValue(issuer.rsa().getKeyId());
        refused(Reason.SIGNATURE, provider, FakeIssuer.compact(token));
    }

    @Test
    void addressOfAnotherKeySet() {
        try (FakeIssuer evil = new FakeIssuer(0)) {
            JsonWebSignature token = new JsonWebSignature();
            token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            token.setKeyIdHeaderValue(evil.rsa().getKeyId());
            token.setHeader("jku", evil.jwksUri());
            token.setHeader("x5u", evil.jwksUri());
            token.setKey(evil.rsa().getPrivateKey());
            token.setPayload(claims.toJson());

            refused(Reason.UNKNOWN_KEY, provider, FakeIssuer.compact(token));
            assertEquals(0, evil.keyFetches());
        }
    }

    @Test
    void aCriticalHeaderThatNobodyUnderstands() {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(issuer.rsa().getKeyId());
        token.setCriticalHeaderNames("unheard-of");
        token.setHeader("unheard-of", "yes");
        token.setKey(issuer.rsa().getPrivateKey());
        token.setPayload(claims.toJson());

        refused(Reason.MALFORMED, provider, FakeIssuer.compact(token));
    }

    @Test
    void anAccessTokenInPlaceOfAnIdToken() {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(issuer.rsa().getKeyId());
        token.setHeader("typ", "at+jwt");
        token.setKey(issuer.rsa().getPrivateKey());
        token.setPayload(claims.toJson());

        refused(Reason.MALFORMED, provider, FakeIssuer.compact(token));
    }

    @Test
    void whatIsNoToken() {
        List<String> nonsense = Arrays.asList("", "x", "..", "a.b.c", "e30.e30.", "a.b.c.d.e", "x".repeat(8_193));

        nonsense.forEach(text -> {
            Reason reason = text.equals("e30.e30.") ? Reason.ALGORITHM : Reason.MALFORMED;
            refused(reason, provider, text);
        });
        assertEquals(0, issuer.keyFetches());
    }
}
