package app.vstrivia.api.support;

import static org.awaitility.Awaitility.await;

import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;

/** Of a player who asked to be forgotten, and has a week to come back. */
public final class TestDeparture {
    private static final Duration SOON = Duration.ofSeconds(60);

    private TestDeparture() {}

    /** The player asks for it; tells when it is due. */
    public static Instant begin(TestPlayer player) {
        return Instant.parse(
                player.asks().delete("/v1/me").then().statusCode(202).extract().path("eraseAt"));
    }

    /**
     * Not before a worker has looked and gone: from then on none comes by itself, and what follows is the test's to do.
     */
    public static void letAWeekPass(Pool pool, TestPlayer player) {
        await().atMost(SOON).until(() -> isPutOff(pool, player));
        pool.preparedQuery("UPDATE player SET erase_at = NOW(6) - INTERVAL 1 SECOND WHERE id = ?")
                .execute(Values.of(UuidV7.toBuffer(UuidV7.parse(player.id()))))
                .await()
                .indefinitely();
    }

    /** The same, and a worker comes. */
    public static void letAWorkerComeAfterAWeek(Pool pool, TestPlayer player) {
        letAWeekPass(pool, player);
        pool.preparedQuery("UPDATE job SET execution_time = NOW(6) - INTERVAL 1 SECOND"
                        + " WHERE task_name = 'erasure' AND task_instance = ?")
                .execute(Values.of(player.id()))
                .await()
                .indefinitely();
    }

    private static boolean isPutOff(Pool pool, TestPlayer player) {
        return pool.preparedQuery("SELECT COUNT(*) FROM job WHERE task_name = 'erasure' AND task_instance = ?"
                                + " AND picked = 0 AND execution_time > NOW(6) + INTERVAL 6 DAY")
                        .execute(Values.of(player.id()))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getLong(0)
                == 1;
    }
}
