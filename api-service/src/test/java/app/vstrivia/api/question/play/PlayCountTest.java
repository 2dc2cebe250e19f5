package app.vstrivia.api.question.play;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.privacy.PlayedRoom;
import app.vstrivia.api.question.bank.BankService;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.UuidV7;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class PlayCountTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Inject
    BankService bank;

    @Inject
    PlayCountJob job;

    private Tables tables;

    @BeforeEach
    void tables() {
        tables = new Tables(pool);
    }

    @Test
    void theAnswersOfEachMatchThatIsOverAreCountedOnce() {
        PlayedRoom played = played();
        UUID question = question(played);
        PlayRecord before = play(question);
        job.run("all");
        assertEquals(before, play(question), "it is not over for long enough");

        settle(played);
        // the job runs by itself, too: whoever is first counts
        await().atMost(SOON).untilAsserted(() -> {
            job.run("all");
            assertEquals(new PlayRecord(before.answers() + 1, before.correct() + 1), play(question));
        });
        job.run("all");

        assertEquals(new PlayRecord(before.answers() + 1, before.correct() + 1), play(question));
    }

    @Test
    void botsDoNotCount() {
        PlayedRoom played = played();
        UUID question = question(played);
        PlayRecord before = play(question);
        tables.execute("UPDATE match_player SET bot = 1 WHERE match_id = ?", played.match());
        settle(played);
        PlayedRoom next = played();
        settle(next);

        await().atMost(SOON).untilAsserted(() -> {
            job.run("all");
            assertEquals(
                    before.answers() + (question.equals(question(next)) ? 1 : 0),
                    play(question).answers());
            assertTrue(play(question(next)).answers() > 0);
        });
    }

    @Test
    void pollsTellNothingOfADifficulty() {
        tellsNothing("UPDATE match_round SET type = 'poll' WHERE match_id = ?");
    }

    @Test
    void quizzesThatTheSamePeoplePlayAgainAndAgainTellNothing() {
        tellsNothing("UPDATE live_match SET quiz_id = id, quiz_version = 1 WHERE id = ?");
    }

    private void tellsNothing(String change) {
        PlayedRoom played = played();
        UUID question = question(played);
        PlayRecord before = play(question);
        tables.execute(change, played.match());
        settle(played);
        PlayedRoom next = played();
        settle(next);

        await().atMost(SOON).untilAsserted(() -> {
            job.run("all");
            assertEquals(
                    before.answers() + (question.equals(question(next)) ? 1 : 0),
                    play(question).answers());
            assertTrue(play(question(next)).answers() > 0);
        });
    }

    /** Makes it over for long enough, and behind what is counted already. */
    private void settle(PlayedRoom played) {
        tables.setMatch(
                played.match(),
                "finished_at = GREATEST(NOW(6) - INTERVAL 301 SECOND, (SELECT finished_at + INTERVAL 1 MICROSECOND"
                        + " FROM question_play_mark WHERE id = 1))");
    }

    private PlayedRoom played() {
        return PlayedRoom.play(transactions, tables, TestPlayer.register("Ada"), TestPlayer.register("Bob"))
                .finish(transactions, tables);
    }

    private UUID question(PlayedRoom played) {
        return UuidV7.fromBuffer(
                tables.row("SELECT question_id FROM match_round WHERE round_no = 1 AND match_id = ?", played.match())
                        .getBuffer(0));
    }

    private PlayRecord play(UUID question) {
        PlayRecord play = bank.find(question).await().indefinitely().play();
        return play == null ? new PlayRecord(0, 0) : play;
    }
}
