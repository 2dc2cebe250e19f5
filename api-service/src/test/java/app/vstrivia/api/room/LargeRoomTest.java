package app.vstrivia.api.room;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.match.Kicked;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class LargeRoomTest {
    private static final Logger LOG = Logger.getLogger(LargeRoomTest.class);
    private static final int CAPACITY = 10_000;
    private static final int TOO_MANY = 60;

    @Inject
    Pool pool;

    @Inject
    RoomService rooms;

    Tables tables;
    TestRoom room;

    @BeforeEach
    void openARoom() {
        tables = new Tables(pool);
        room = TestRoom.open(TestPlayer.register("Hostess"));
    }

    @Test
    void tenThousandComeInAndNotOneMore() {
        List<PlayerId> crowd = registered(CAPACITY + TOO_MANY);
        List<PlayerId> comers = new ArrayList<>(crowd);
        comers.addAll(crowd.subList(0, 500)); // who asks twice at the same time is in once
        Collections.shuffle(comers);
        long began = System.nanoTime();

        Map<String, Integer> outcomes = outcomes(comers);

        double seconds = (System.nanoTime() - began) / 1e9;
        LOG.infof("%d joins in %.2f s: %.0f a second", comers.size(), seconds, comers.size() / seconds);
        assertEquals(CAPACITY, players("active"));
        assertEquals(CAPACITY, players("%"));
        assertEquals(List.of("RoomFull", "in"), List.copyOf(outcomes.keySet()));
        int full = outcomes.get("RoomFull");
        assertTrue(full >= TOO_MANY && full <= 2 * TOO_MANY, outcomes.toString());
        assertEquals(Collections.nCopies(100, "player-joined"), tables.events(room.stream()));
        assertTrue(tables.lastEvent(room.stream()).contains("\"players\":100}"));
    }

    @Test
    void whoWasKickedDoesNotComeBackAmongMany() {
        List<PlayerId> crowd = registered(150);
        outcomes(crowd);
        TestPlayer rowdy = room.joinedBy("Rowdy");

        room.host()
                .asks()
                .delete("/v1/rooms/" + room.match() + "/players/" + rowdy.id())
                .then()
                .statusCode(204);

        assertEquals(List.of("match-left"), tables.events("player:" + rowdy.id()));
        assertTrue(tables.lastEvent(room.stream()).contains("\"reason\":\"kicked\",\"players\":150"));
        List<PlayerId> again = new ArrayList<>(registered(20));
        again.add(PlayerId.parse(rowdy.id()));
        assertEquals(Map.of("in", 20, Kicked.class.getSimpleName(), 1), outcomes(again));
    }

    @Test
    void whoLeavesALargeRoomIsToldSoAndNobodyElse() {
        outcomes(registered(150));
        TestPlayer anna = room.joinedBy("Anna");
        List<String> before = tables.events(room.stream());

        for (int i = 0; i < 2; i++) {
            anna.asks()
                    .delete("/v1/matches/" + room.match() + "/players/me")
                    .then()
                    .statusCode(204);
        }

        assertEquals(before, tables.events(room.stream()));
        assertEquals(List.of("match-left"), tables.events("player:" + anna.id()));
        assertEquals("{\"match\":\"" + room.match() + "\"}", tables.lastEvent("player:" + anna.id()));
        assertEquals(150, players("active"));
        anna.asks()
                .body(Map.of("pin", room.pin()))
                .post("/v1/rooms/join")
                .then()
                .statusCode(200)
                .body("matchId", equalTo(room.match()));
        assertEquals(151, players("active"));
    }

    @Test
    void aLargeMatchListsTheBestAndTheReader() {
        TestPlayer anna = room.joinedBy("Anna");
        outcomes(registered(250));
        tables.execute("UPDATE match_player SET score = 7 WHERE name <> 'Anna' AND match_id = ?", room.match());

        anna.asks()
                .get("/v1/matches/" + room.match())
                .then()
                .statusCode(200)
                .body("players.size()", equalTo(101))
                .body("players[99].rank", equalTo(1))
                .body("players[100].name", equalTo("Anna"))
                .body("players[100].rank", equalTo(251));
        room.host()
                .asks()
                .get("/v1/matches/" + room.match())
                .then()
                .statusCode(200)
                .body("players.size()", equalTo(100));
    }

    @Test
    void whoNeverCameCannotLeave() {
        TestPlayer.register("Stranger")
                .asks()
                .delete("/v1/matches/" + room.match() + "/players/me")
                .then()
                .statusCode(404);
    }

    @Test
    void theWaitForARowIsShort() {
        assertEquals(
                3,
                pool.query("SELECT @@innodb_lock_wait_timeout")
                        .execute()
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getInteger(0));
    }

    /** All at once; how many came in, and how many did not for which reason. */
    private Map<String, Integer> outcomes(List<PlayerId> comers) {
        List<CompletableFuture<String>> joins = comers.stream()
                .map(player -> rooms.join(player, room.pin())
                        .map(match -> {
                            assertEquals(MatchId.parse(room.match()), match);
                            return "in";
                        })
                        .onFailure(failure -> !(failure instanceof AssertionError))
                        .recoverWithUni(failure ->
                                Uni.createFrom().item(failure.getClass().getSimpleName()))
                        .subscribeAsCompletionStage())
                .toList();
        Map<String, Integer> outcomes = new TreeMap<>();
        joins.forEach(join -> outcomes.merge(join.join(), 1, Integer::sum));
        return outcomes;
    }

    private int players(String status) {
        return tables.row(
                        "SELECT COUNT(*) FROM match_player WHERE match_id = ? AND status LIKE '" + status + "'",
                        room.match())
                .getInteger(0);
    }

    /** Players without devices and streams. */
    private List<PlayerId> registered(int count) {
        List<PlayerId> players = Stream.generate(PlayerId::next).limit(count).toList();
        for (int from = 0; from < count; from += 1_000) {
            List<PlayerId> some = players.subList(from, Math.min(count, from + 1_000));
            Tuple values = Tuple.tuple();
            some.forEach(player -> values.addBuffer(player.toBuffer()));
            pool.preparedQuery("INSERT INTO player (id, name) VALUES " + Values.rows("(?, 'Somebody')", some.size()))
                    .execute(values)
                    .await()
                    .indefinitely();
        }
        return players;
    }
}
