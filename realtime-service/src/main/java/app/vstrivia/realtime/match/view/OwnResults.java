package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.realtime.stream.LiveStream;
import app.vstrivia.realtime.stream.Subscriber;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Tells each player the own result of a round, to that player's socket alone; one query for all that are here. */
@ApplicationScoped
class OwnResults {
    private static final Logger LOG = Logger.getLogger(OwnResults.class);

    private final Pool pool;

    OwnResults(Pool pool) {
        this.pool = pool;
    }

    void deliver(MatchId match, int round, LiveStream stream) {
        List<Subscriber> readers = stream.subscribers();
        if (!readers.isEmpty()) {
            ResultStore.results(pool, match, round)
                    .subscribe()
                    .with(
                            results -> readers.forEach(reader -> send(results, reader)),
                            failure -> LOG.warnf("results of %s: %s", match, failure.getMessage()));
        }
    }

    private static void send(Map<PlayerId, ServerMessage.Result> results, Subscriber reader) {
        ServerMessage.Result own = results.get(reader.player());
        if (own != null) {
            reader.deliver(ProtocolCodec.encode(own));
        }
    }
}
