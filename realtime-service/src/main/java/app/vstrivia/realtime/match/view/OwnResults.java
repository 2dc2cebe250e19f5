package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ServerMessage.Result;
import app.vstrivia.realtime.platform.observe.LogKeys;
import app.vstrivia.realtime.stream.Subscriber;
import app.vstrivia.realtime.wire.Frame;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells each player the own result of a round, to that player's socket alone. Read once for all that are here, and kept
 * until the next reveal for those who are just coming back.
 */
@ApplicationScoped
class OwnResults {
    private static final Logger LOG = Logger.getLogger(OwnResults.class);

    /** Where so many more play than read here, only the results of those who read are read. */
    private static final int MANY_MORE = 4;

    private static final int FEW = 1_000;
    private static final int RETRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Pool pool;

    OwnResults(Pool pool) {
        this.pool = pool;
    }

    /** @param seq of the reveal */
    void deliver(LiveMatch match, int round, long seq) {
        List<Subscriber> readers = match.stream().subscribers();
        if (readers.isEmpty()) {
            return;
        }
        match.lastReveal().awaitResults();
        read(match, round, readers)
                .onFailure()
                .retry()
                .withBackOff(PAUSE)
                .atMost(RETRIES)
                .subscribe()
                .with(
                        results -> {
                            match.lastReveal().keep(new RoundResults(round, seq, results));
                            match.stream().subscribers().forEach(reader -> send(results, reader));
                        },
                        failure -> {
                            match.lastReveal().keep(null);
                            LogKeys.with(
                                    LogKeys.MATCH,
                                    match.id(),
                                    () -> LOG.warnf("results of %s: %s", match.id(), failure.getMessage()));
                        });
    }

    private Uni<Map<PlayerId, Result>> read(LiveMatch match, int round, Collection<Subscriber> readers) {
        boolean few = readers.size() <= FEW && match.players() > MANY_MORE * readers.size() && match.players() > FEW;
        return few
                ? ResultStore.of(
                        pool,
                        match.id(),
                        round,
                        readers.stream().map(Subscriber::player).collect(Collectors.toSet()))
                : ResultStore.all(pool, match.id(), round);
    }

    private static void send(Map<PlayerId, Result> results, Subscriber reader) {
        Result own = results.get(reader.player());
        if (own != null) {
            reader.wire().send(Frame.of(own));
        }
    }
}
