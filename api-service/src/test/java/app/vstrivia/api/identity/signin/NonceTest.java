package app.vstrivia.api.identity.signin;

import static app.vstrivia.api.support.TestIdentity.nonce;
import static app.vstrivia.api.support.TestIdentity.signIn;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.model.sql.Values;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A nonce is good once, for a while, and for the token that holds it. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class NonceTest {
    @Inject
    Pool pool;

    private TestIdentity ada;

    @BeforeEach
    void start() {
        ada = TestIdentity.at("acme");
    }

    private static void assertRefused(Response response) {
        response.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("id-token-refused"))
                .body(not(containsString("nonce")));
    }

    private long nonces(String nonce) {
        return pool.preparedQuery("SELECT COUNT(*) FROM sign_in_nonce WHERE hash = UNHEX(SHA2(?, 256))")
                .execute(Values.of(nonce))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void replayedNonce() {
        String token = ada.token();
        signIn("acme", token, "Ada").then().statusCode(201);

        assertRefused(signIn("acme", token, "Ada"));
    }

    @Test
    void aTokenUsedManyTimesAtOnceIsGoodOnce() {
        String token = ada.token();

        List<CompletableFuture<Integer>> uses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> signIn("acme", token, "Ada").statusCode()))
                .toList();

        Map<Integer, Long> statuses = uses.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
        assertEquals(Map.of(201, 1L, 401, 7L), statuses);
    }

    @Test
    void missingNonce() {
        JwtClaims claims = ada.issuer().claims(ada.subject(), nonce());
        claims.unsetClaim("nonce");

        assertRefused(signIn("acme", ada.issuer().signed(claims), "Ada"));
    }

    @Test
    void aNonceThatWeNeverGave() {
        assertRefused(signIn("acme", ada.issuer().token(ada.subject(), "made-up"), "Ada"));
    }

    @Test
    void aNonceThatHasExpired() {
        String nonce = nonce();
        pool.preparedQuery("UPDATE sign_in_nonce SET expires_at = NOW(6) - INTERVAL 1 SECOND"
                        + " WHERE hash = UNHEX(SHA2(?, 256))")
                .execute(Values.of(nonce))
                .await()
                .indefinitely();

        assertRefused(signIn("acme", ada.issuer().token(ada.subject(), nonce), "Ada"));
    }

    @Test
    void nonceAndIdentityAreNotInTheDatabaseInPlain() {
        String nonce = nonce();

        assertEquals(1, nonces(nonce));
        long plain = pool.preparedQuery("SELECT COUNT(*) FROM sign_in_nonce WHERE hash = ?")
                .execute(Values.of(Buffer.buffer(nonce.substring(0, 32))))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
        assertEquals(0, plain);
    }

    @Test
    void aTokenThatIsNotGoodLeavesTheNonceGood() {
        String nonce = nonce();
        JwtClaims claims = ada.issuer().claims(ada.subject(), nonce);
        claims.setExpirationTime(NumericDate.fromSeconds(1));
        assertRefused(signIn("acme", ada.issuer().signed(claims), "Ada"));

        signIn("acme", ada.issuer().token(ada.subject(), nonce), "Ada").then().statusCode(201);
    }
}
