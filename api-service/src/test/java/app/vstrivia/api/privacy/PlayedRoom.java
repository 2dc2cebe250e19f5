package app.vstrivia.api.privacy;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.EndReason;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.Standing;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * A room with two players in which one question was answered, revealed and told of, as the engine of the matches does
 * it.
 */
public record PlayedRoom(TestRoom room, TestPlayer one, TestPlayer other) {

    /** @param one answers, and leads */
    public static PlayedRoom play(Transactions transactions, Tables tables, TestPlayer one, TestPlayer other) {
        TestRoom room = TestRoom.open(TestPlayer.register("Quizmaster"));
        for (TestPlayer player : List.of(one, other)) {
            player.asks()
                    .body(Map.of("pin", room.pin()))
                    .post("/v1/rooms/join")
                    .then()
                    .statusCode(200);
        }
        room.hostAsks("start").statusCode(204);
        tables.openFirstRound(room.match());
        one.asks()
                .body(Map.of("id", "a1", "round", 1, "choices", List.of(1), "elapsed", 2500))
                .post("/v1/matches/" + room.match() + "/answers")
                .then()
                .statusCode(200);
        tables.execute("UPDATE answer SET correct = 1, points = 900 WHERE match_id = ?", room.match());
        PlayedRoom played = new PlayedRoom(room, one, other);
        played.tell(
                transactions,
                new MatchEvent.RoundRevealed(
                        1,
                        List.of(1),
                        List.of("w", "x", "y", "z"),
                        List.of(0, 1, 0, 0),
                        null,
                        played.standings(),
                        5,
                        null));
        return played;
    }

    public PlayedRoom finish(Transactions transactions, Tables tables) {
        tell(transactions, new MatchEvent.Finished(EndReason.COMPLETED, standings(), "00", List.of()));
        tables.setMatch(
                room.match(),
                "phase = 'finished', phase_ends_at = NULL, finished_at = NOW(6), round_opened_at = NULL,"
                        + " round_closes_at = NULL, pin = NULL");
        return this;
    }

    private List<Standing> standings() {
        return List.of(
                new Standing(PlayerId.parse(one.id()), one.name(), 900, 900, 1),
                new Standing(PlayerId.parse(other.id()), other.name(), 0, 0, 2));
    }

    private void tell(Transactions transactions, MatchEvent event) {
        transactions
                .run(transaction -> {
                    transaction.tell(StreamId.of(MatchId.parse(room.match())), event);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }

    public String match() {
        return room.match();
    }
}
