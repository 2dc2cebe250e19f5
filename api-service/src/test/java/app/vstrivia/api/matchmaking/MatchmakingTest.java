package app.vstrivia.api.matchmaking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a queue of its own: the number of questions. */
@ApiTest
class MatchmakingTest {
    private static final String TICKETS = "/v1/matchmaking/tickets";

    @Inject
    Pool pool;

    Tables tables;

    @BeforeEach
    void readTheTables() {
        tables = new Tables(pool);
    }

    private static ValidatableResponse request(TestPlayer player, int count) {
        return player.asks()
                .body(Map.of("settings", Map.of("count", count)))
                .post(TICKETS)
                .then();
    }

    private static String ticket(TestPlayer player, int count) {
        return request(player, count).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse status(TestPlayer player, String ticket) {
        return player.asks().get(TICKETS + "/" + ticket).then();
    }

    @Test
    void twoWhoWantTheSameArePaired() {
        TestPlayer anna = TestPlayer.register("Anna");
        TestPlayer ben = TestPlayer.register("Ben");
        String waiting = ticket(anna, 1);
        status(anna, waiting).body("status", equalTo("waiting")).body("matchId", nullValue());

        String match =
                request(ben, 1).body("status", equalTo("matched")).extract().path("matchId");

        status(anna, waiting).body("status", equalTo("matched")).body("matchId", equalTo(match));
        anna.asks()
                .get("/v1/matches/" + match)
                .then()
                .body("kind", equalTo("duel"))
                .body("phase", equalTo("starting"))
                .body("rounds", equalTo(1))
                .body("players.name", containsInAnyOrder("Anna", "Ben"));
        for (TestPlayer player : List.of(anna, ben)) {
            assertEquals(List.of("match-found"), tables.events("player:" + player.id()));
            assertTrue(tables.lastEvent("player:" + player.id()).contains(match));
        }
        assertEquals(List.of("starting"), tables.events("match:" + match));
    }

    @Test
    void differentWishesDoNotMeet() {
        ticket(TestPlayer.register("Short"), 2);

        request(TestPlayer.register("Long"), 3).body("status", equalTo("waiting"));
    }

    @Test
    void nobodyPlaysAgainstHimself() {
        TestPlayer player = TestPlayer.register("Lonely");
        String first = ticket(player, 4);

        request(player, 4).body("id", equalTo(first)).body("status", equalTo("waiting"));
    }

    @Test
    void anotherWishReplacesTheFirst() {
        TestPlayer player = TestPlayer.register("Fickle");
        String first = ticket(player, 5);

        String second = ticket(player, 6);

        assertNotEquals(first, second);
        status(player, first).body("status", equalTo("cancelled"));
        request(TestPlayer.register("Opponent"), 5).body("status", equalTo("waiting"));
    }

    @Test
    void whoStoppedWaitingIsNotPaired() {
        TestPlayer player = TestPlayer.register("Gone");
        player.asks().delete(TICKETS + "/" + ticket(player, 7)).then().statusCode(204);

        request(TestPlayer.register("Opponent"), 7).body("status", equalTo("waiting"));
    }

    @Test
    void whoIsForgottenIsNotPaired() {
        TestPlayer player = TestPlayer.register("Asleep");
        String ticket = ticket(player, 8);
        tables.execute(
                "UPDATE matchmaking_ticket SET last_seen_at = NOW(6) - INTERVAL 121 SECOND WHERE id = ?", ticket);

        request(TestPlayer.register("Second"), 8).body("status", equalTo("waiting"));
        request(TestPlayer.register("Third"), 8).body("status", equalTo("matched"));

        status(player, ticket).body("status", equalTo("cancelled"));
    }

    @Test
    void aTicketIsItsPlayersAffair() {
        String ticket = ticket(TestPlayer.register("Owner"), 9);
        TestPlayer other = TestPlayer.register("Other");

        status(other, ticket).statusCode(404).body("code", equalTo("not-found"));
        other.asks().delete(TICKETS + "/" + ticket).then().statusCode(404);
        other.asks().post(TICKETS + "/" + ticket + "/bot").then().statusCode(404);
        given().get(TICKETS + "/" + ticket).then().statusCode(401);
    }

    @Test
    void peopleComeBeforeBots() {
        TestPlayer player = TestPlayer.register("Hasty");
        String ticket = ticket(player, 10);

        player.asks()
                .post(TICKETS + "/" + ticket + "/bot")
                .then()
                .statusCode(409)
                .header("Retry-After", "5")
                .body("code", equalTo("bot-too-early"));
    }

    @Test
    void whoHasWaitedPlaysABot() {
        TestPlayer player = TestPlayer.register("Patient");
        String ticket = ticket(player, 11);
        tables.execute("UPDATE matchmaking_ticket SET created_at = NOW(6) - INTERVAL 6 SECOND WHERE id = ?", ticket);

        String match = player.asks()
                .post(TICKETS + "/" + ticket + "/bot")
                .then()
                .statusCode(200)
                .body("status", equalTo("matched"))
                .extract()
                .path("matchId");

        player.asks().get("/v1/matches/" + match).then().body("players.bot", containsInAnyOrder(false, true));
        player.asks()
                .post(TICKETS + "/" + ticket + "/bot")
                .then()
                .statusCode(200)
                .body("matchId", equalTo(match));
    }

    @Test
    void whatTheBankCannotServeIsRefusedAtOnce() {
        TestPlayer player = TestPlayer.register("Greedy");

        player.asks()
                .body(Map.of("settings", Map.of("categories", List.of("no-such-thing"))))
                .post(TICKETS)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-category"));
    }

    @Test
    void whoWantTheSameRecipeArePairedAndPlayIt() {
        List<Map<String, Object>> parts = List.of(
                Map.of("categories", List.of("history"), "count", 4),
                Map.of("categories", List.of("geography"), "count", 1));
        List<Map<String, Object>> otherWayRound = List.of(parts.get(1), parts.get(0));
        TestPlayer.register("First")
                .asks()
                .body(Map.of("settings", Map.of("parts", parts)))
                .post(TICKETS)
                .then()
                .statusCode(201);

        String match = TestPlayer.register("Second")
                .asks()
                .body(Map.of("settings", Map.of("parts", otherWayRound, "count", 5)))
                .post(TICKETS)
                .then()
                .statusCode(201)
                .body("status", equalTo("matched"))
                .extract()
                .path("matchId");

        assertEquals(
                4,
                tables.row("SELECT COUNT(*) FROM match_round WHERE category = 'History' AND match_id = ?", match)
                        .getInteger(0));
        assertEquals(
                5,
                tables.row("SELECT COUNT(*) FROM match_round WHERE match_id = ?", match)
                        .getInteger(0));
    }

    @Test
    void aHundredAtOnceMakeFiftyDuels() {
        List<TestPlayer> players = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            players.add(TestPlayer.register("Player " + i));
        }
        HttpClient client = HttpClient.newHttpClient();
        URI uri = URI.create("http://localhost:" + RestAssured.port + TICKETS);

        List<CompletableFuture<String>> answers = players.stream()
                .map(player -> HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + player.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"settings\":{\"count\":12}}"))
                        .build())
                .map(request -> client.sendAsync(request, BodyHandlers.ofString())
                        .thenApply(response -> {
                            assertEquals(201, response.statusCode(), response.body());
                            return JsonPath.from(response.body()).getString("id");
                        }))
                .toList();
        List<String> tickets = answers.stream().map(CompletableFuture::join).toList();

        List<String> matches = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            matches.add(status(players.get(i), tickets.get(i))
                    .body("status", equalTo("matched"))
                    .extract()
                    .path("matchId"));
        }
        Map<String, Long> sizes =
                matches.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(50, sizes.size());
        assertTrue(sizes.values().stream().allMatch(size -> size == 2));
        for (TestPlayer player : players) {
            assertEquals(
                    1,
                    tables.row("SELECT COUNT(*) FROM match_player WHERE player_id = ?", player.id())
                            .getInteger(0));
        }
    }
}
