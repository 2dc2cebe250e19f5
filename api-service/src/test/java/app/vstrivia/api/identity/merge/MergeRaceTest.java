package app.vstrivia.api.identity.merge;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Held;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.PlayerId;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes at the same moment as a merge. */
@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class MergeRaceTest {
    private static final Duration FOR = Duration.ofSeconds(5);

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    private Tables tables;
    private TestPlayer guest;
    private String token;

    @BeforeEach
    void oneWhoMayMerge() {
        tables = new Tables(pool);
        TestIdentity identity = TestIdentity.at("acme");
        identity.becomes("Ada");
        guest = TestPlayer.register("Guest");
        token = identity.isLinkedBy(guest).then().statusCode(409).extract().path("merge.token");
    }

    private Response merge() {
        return confirm(guest, token);
    }

    private static Response confirm(TestPlayer player, String token) {
        return player.asks()
                .body(Map.of("token", token, "secret", player.secret()))
                .post("/v1/me/merge");
    }

    private static Response join(TestPlayer player, String pin) {
        return player.asks().body(Map.of("pin", pin)).post("/v1/rooms/join");
    }

    @Test
    void whoIsMergedOnTheWayIntoARoomDoesNotGetThere() {
        TestRoom room = TestRoom.open(TestPlayer.register("Host"));
        CompletableFuture<Response> join;
        try (Held held = new Held(pool, "SELECT id FROM live_match WHERE id = ? FOR UPDATE", room.match())) {
            join = supplyAsync(() -> join(guest, room.pin()));
            held.awaitWaiting(1);

            merge().then().statusCode(200);
        }

        join.join().then().statusCode(401).body("code", equalTo("unauthenticated"));
        assertEquals(
                0,
                tables.row("SELECT COUNT(*) FROM match_player WHERE player_id = ?", guest.id())
                        .getLong(0));
    }

    @Test
    void whoGotIntoARoomFirstIsNotMerged() {
        TestRoom room = TestRoom.open(TestPlayer.register("Host"));
        CompletableFuture<Response> join;
        CompletableFuture<Response> merge;
        try (Held held = new Held(
                pool,
                "INSERT INTO match_player (match_id, player_id, name, bot, status, score, last_points, answer_ms, joined_at)"
                        + " VALUES (?, ?, 'x', 0, 'left', 0, 0, 0, NOW(6))",
                room.match(),
                guest.id())) {
            join = supplyAsync(() -> join(guest, room.pin()));
            held.awaitWaiting(1);
            merge = supplyAsync(this::merge);
            held.awaitWaiting(2);
        }

        join.join().then().statusCode(200);
        merge.join().then().statusCode(409).body("code", equalTo("match-running"));
    }

    @Test
    void whoAsksForADuelWhileBeingMergedDoesNotWaitForOne() {
        Response answer = asksWhileBeingMerged("/v1/matchmaking/tickets", Map.of("settings", Map.of("count", 7)));

        answer.then().statusCode(401).body("code", equalTo("unauthenticated"));
        assertEquals(
                0,
                tables.row("SELECT COUNT(*) FROM matchmaking_ticket WHERE waiting_player = ?", guest.id())
                        .getLong(0));
    }

    @Test
    void whoOpensARoomWhileBeingMergedHasNone() {
        Response answer = asksWhileBeingMerged("/v1/rooms", Map.of("settings", Map.of("count", 3)));

        answer.then().statusCode(401).body("code", equalTo("unauthenticated"));
        assertEquals(
                0,
                tables.row("SELECT COUNT(*) FROM live_match WHERE host_id = ?", guest.id())
                        .getLong(0));
    }

    /** The request comes when the merge waits for the guest already, and is served after it. */
    private Response asksWhileBeingMerged(String path, Map<String, ?> body) {
        CompletableFuture<Response> merge;
        CompletableFuture<Response> request;
        try (Held held = new Held(pool, "SELECT id FROM player WHERE id = ? FOR UPDATE", guest.id())) {
            merge = supplyAsync(this::merge);
            held.awaitWaiting(1);
            request = supplyAsync(() -> guest.asks().body(body).post(path));
            held.awaitWaiting(2);
        }
        merge.join().then().statusCode(200);
        return request.join();
    }

    /** With two of them, MySQL would rather ask an index that has all that is read, and wait for nobody who holds the row itself. */
    @Test
    void whoIsToGetSomethingTogetherWithOthersIsWaitedForWhileBeingMerged() {
        Set<PlayerId> both = Set.of(
                PlayerId.parse(guest.id()),
                PlayerId.parse(TestPlayer.register("Other").id()));
        CompletableFuture<Set<PlayerId>> kept;
        try (Held held = new Held(pool, "SELECT id FROM player WHERE id = ? FOR UPDATE", guest.id())) {
            kept = transactions
                    .run(transaction -> Accounts.keep(transaction, both))
                    .subscribeAsCompletionStage();
            held.awaitWaiting(1);
        }

        assertEquals(both, kept.join());
    }

    @Test
    void signInsLinksMergesJoinsAndDeparturesGoOnTogether() {
        List<TestIdentity> identities = List.of(
                TestIdentity.at("acme"), TestIdentity.at("acme"), TestIdentity.at("globex"), TestIdentity.at("globex"));
        TestRoom room = TestRoom.open(TestPlayer.register("Host"));
        identities.forEach(identity -> identity.becomes("Somebody"));
        Set<Integer> answers = new ConcurrentSkipListSet<>();
        long until = System.nanoTime() + FOR.toNanos();

        List<CompletableFuture<Void>> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(CompletableFuture.runAsync(() -> {
                while (System.nanoTime() < until) {
                    live(identities, room, answers);
                }
            }));
        }
        people.forEach(CompletableFuture::join);

        Set<Integer> faults = new TreeSet<>(answers);
        faults.removeIf(status -> status < 500);
        assertEquals(Set.of(), faults);
        assertTrue(answers.contains(409), answers.toString());
        assertEquals(
                0,
                tables.row(
                                "SELECT COUNT(*) FROM match_player s JOIN player p ON p.id = s.player_id"
                                        + " WHERE s.match_id = ? AND p.merged_into IS NOT NULL",
                                room.match())
                        .getLong(0));
    }

    /** Somebody signs in with one of a few identities and does one of many things. */
    private static void live(List<TestIdentity> identities, TestRoom room, Set<Integer> answers) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        TestIdentity one = identities.get(random.nextInt(identities.size()));
        TestIdentity other = identities.get(random.nextInt(identities.size()));
        Response signIn = one.signsIn("Somebody");
        answers.add(signIn.statusCode());
        if (signIn.statusCode() != 201) {
            return;
        }
        TestPlayer player = TestIdentity.player(signIn.jsonPath());
        switch (random.nextInt(5)) {
            case 0 -> answers.add(player.asks().delete("/v1/me").statusCode());
            case 1 -> answers.add(join(TestPlayer.register("Joins"), room.pin()).statusCode());
            case 2 -> {
                JsonPath known = player.asks().get("/v1/me/identities").jsonPath();
                String id = known.getString("identityId[0]");
                if (id != null) {
                    answers.add(player.asks().delete("/v1/me/identities/" + id).statusCode());
                }
            }
            default -> {
                Response link = other.isLinkedBy(player);
                answers.add(link.statusCode());
                if (link.statusCode() == 409 && link.path("merge.token") != null) {
                    CompletableFuture<Response> join = supplyAsync(() -> join(player, room.pin()));
                    answers.add(confirm(player, link.path("merge.token")).statusCode());
                    answers.add(join.join().statusCode());
                }
            }
        }
    }
}
