package app.vstrivia.realtime.match.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.testing.Fixture;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResultStoreTest extends Fixture {
    @Inject
    Pool pool;

    @Test
    void onceTheNextRoundIsScoredThereAreNoResultsOfTheOneBefore() {
        PlayerId ada = matches.player();
        MatchId match = matches.duel(3, Pace.STANDARD, 600_000, ada);

        set(match, 1, "revealed");
        assertEquals(Set.of(ada), players(match, 1));
        set(match, 2, "sealed");
        assertEquals(Set.of(ada), players(match, 1));

        set(match, 2, "revealed");
        assertEquals(Set.of(), players(match, 1));
        assertEquals(Set.of(ada), players(match, 2));
        set(match, 3, "open");
        assertEquals(Set.of(), players(match, 1));
    }

    private Set<PlayerId> players(MatchId match, int round) {
        return ResultStore.all(pool, match, round).await().indefinitely().keySet();
    }

    private void set(MatchId match, int round, String phase) {
        pool.preparedQuery("UPDATE live_match SET round_no = ?, phase = ? WHERE id = ?")
                .execute(Values.of(round, phase, match))
                .await()
                .indefinitely();
    }
}
