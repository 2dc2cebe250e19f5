package app.vstrivia.api.identity.role;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Held;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.runtime.StartupEvent;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class FirstAdminTest {
    @Inject
    Pool pool;

    @Inject
    AdminClaims claims;

    @BeforeEach
    void thereIsNoAdmin() {
        run("DELETE FROM player_role");
        run("DELETE FROM admin_claim");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private static String code() {
        return Operator.asks()
                .post("/v1/admin/claim-codes")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("code");
    }

    private static ValidatableResponse claim(TestPlayer player, String code) {
        return player.asks().body(Map.of("code", code)).post("/v1/admin/claims").then();
    }

    @Test
    void whoHasTheCodeBecomesTheFirstAdmin() {
        TestPlayer ada = TestPlayer.register("Ada");

        claim(ada, code()).statusCode(204);

        ada.signedIn().asks().get("/v1/admin/audit").then().statusCode(200);
    }

    @Test
    void aCodeIsGoodOnceAndTheOthersGoWithIt() {
        String other = code();
        String code = code();
        claim(TestPlayer.register("Ada"), code).statusCode(204);

        claim(TestPlayer.register("Bob"), code).statusCode(403).body("code", equalTo("claim-refused"));
        claim(TestPlayer.register("Bob"), other).statusCode(403).body("code", equalTo("claim-refused"));
    }

    @Test
    void whoClaimedAndWhoWasRefusedIsNoted() {
        TestPlayer ada = TestPlayer.register("Ada");
        TestPlayer bob = TestPlayer.register("Bob");
        String code = code();

        claim(ada, code).statusCode(204);
        claim(bob, code).statusCode(403);

        assertEquals(List.of("admin-claimed"), claimsNotedOf(ada));
        assertEquals(List.of("admin-claim-refused"), claimsNotedOf(bob));
    }

    private static List<String> claimsNotedOf(TestPlayer player) {
        return Operator.asks()
                .queryParam("actor", player.id())
                .get("/v1/admin/audit")
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.action")
                .stream()
                .filter(action -> action.startsWith("admin-claim"))
                .toList();
    }

    @Test
    void ofTwoWhoClaimAtTheSameTimeOneIsTheAdmin() {
        List<String> codes = List.of(code(), code());
        List<TestPlayer> players = List.of(TestPlayer.register("Ada"), TestPlayer.register("Bob"));

        List<Integer> answers = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> claim(players.get(i), codes.get(i)).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(204, 403), answers);
    }

    @Test
    void aCodeThatHasExpiredOrNeverWasIsRefused() {
        String code = code();
        run("UPDATE admin_claim SET expires_at = NOW(6)");

        claim(TestPlayer.register("Ada"), code).statusCode(403).body("code", equalTo("claim-refused"));
        claim(TestPlayer.register("Ada"), "x".repeat(43)).statusCode(403).body("code", equalTo("claim-refused"));
    }

    @Test
    void whileThereIsAnAdminThereIsNoCode() {
        String early = code();
        TestPlayer.with("admin");

        Operator.asks().post("/v1/admin/claim-codes").then().statusCode(409).body("code", equalTo("admin-exists"));
        claim(TestPlayer.register("Ada"), early).statusCode(403);
    }

    @Test
    void whoClaimsWhileAnotherIsMadeAnAdminIsRefused() {
        String code = code();
        TestPlayer ada = TestPlayer.register("Ada");
        TestPlayer bob = TestPlayer.register("Bob");
        CompletableFuture<Integer> grant;
        CompletableFuture<Integer> claim;
        try (Held held = new Held(pool, "SELECT id FROM player WHERE id = ? FOR UPDATE", bob.id())) {
            grant = CompletableFuture.supplyAsync(() -> Operator.asks()
                    .put("/v1/admin/players/" + bob.id() + "/roles/admin")
                    .statusCode());
            held.awaitWaiting(1);
            claim = CompletableFuture.supplyAsync(
                    () -> claim(ada, code).extract().statusCode());
            held.awaitWaiting(2);
        }

        assertEquals(204, grant.join());
        assertEquals(403, claim.join());
    }

    @Test
    void aStartThatPrintsTheLinkLeavesOneCodeAndNoneOnceThereIsAnAdmin() {
        PrintedClaim printed = new PrintedClaim(() -> true, claims);

        printed.onStart(new StartupEvent());
        assertEquals(1, rows("SELECT COUNT(*) FROM admin_claim WHERE expires_at > ?", "2026-01-01"));
        assertEquals(
                1,
                rows(
                        "SELECT COUNT(*) FROM audit_event WHERE action = 'admin-claim-issued' AND details LIKE ?",
                        "%\"start\"%"));

        TestPlayer.with("admin");
        printed.onStart(new StartupEvent());
        assertEquals(0, rows("SELECT COUNT(*) FROM admin_claim WHERE expires_at > ?", "2026-01-01"));
    }

    @Test
    void theCodeIsNotInTheDatabase() {
        String code = code();

        assertEquals(1, rows("SELECT COUNT(*) FROM admin_claim WHERE code_hash = UNHEX(SHA2(?, 256))", code));
        assertEquals(
                0, rows("SELECT COUNT(*) FROM admin_claim WHERE code_hash LIKE ?", "%" + code.substring(0, 8) + "%"));
        assertEquals(0, rows("SELECT COUNT(*) FROM audit_event WHERE details LIKE ?", "%" + code + "%"));
    }

    private long rows(String sql, String value) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(value))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
