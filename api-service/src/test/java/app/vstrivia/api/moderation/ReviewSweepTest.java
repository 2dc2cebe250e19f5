package app.vstrivia.api.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ApiTest
class ReviewSweepTest {
    @Inject
    ReviewService reviews;

    @Inject
    Pool pool;

    private UUID refused(String kind) {
        UUID id = UuidV7.next();
        pool.preparedQuery("INSERT INTO review (id, kind, status, labels, opened_at, decided_at)"
                        + " VALUES (?, ?, 'refused', '', NOW(6), NOW(6) - INTERVAL 10 DAY)")
                .execute(Values.of(id, kind))
                .await()
                .indefinitely();
        return id;
    }

    @AfterEach
    void clear() {
        pool.query("DELETE FROM review WHERE kind IN ('one', 'other')")
                .execute()
                .await()
                .indefinitely();
    }

    @Test
    void whoSweepsFindsTheOwnKindsHoweverManyOthersThereAre() {
        refused("other");
        refused("other");
        UUID own = refused("one");

        List<UUID> found =
                reviews.refused(Set.of("one"), Duration.ofDays(9), 2).await().indefinitely();

        assertEquals(List.of(own), found);
    }
}
