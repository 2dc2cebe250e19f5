package app.vstrivia.model.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;

/** Writes and reads streams. */
@ApplicationScoped
public class StreamLog {
    private static final int EPOCH_BITS = 52; // JavaScript's numbers hold 53

    private final SecureRandom random = new SecureRandom();
    private final Pool pool;

    StreamLog(Pool pool) {
        this.pool = pool;
    }

    /** Creates the stream of a thing that is being created, in its transaction or right after. Its seq is 0. */
    public Uni<Void> create(SqlClient client, StreamId stream) {
        return StreamStore.create(client, stream, random.nextLong() >>> (Long.SIZE - EPOCH_BITS));
    }

    /**
     * Appends, in the given order, as the last act of a transaction: the heads stay locked until it ends. Publish what
     * comes back through {@link WakeUps} once it has committed.
     *
     * @param events not empty; all of their streams exist
     */
    public Uni<List<StreamEvent>> append(SqlConnection transaction, List<NewEvent> events) {
        return StreamStore.append(transaction, events);
    }

    /** What follows {@code after}, oldest first, {@code limit} at most. */
    public Uni<List<StreamEvent>> read(StreamId stream, long epoch, long after, int limit) {
        return StreamStore.read(pool, stream, epoch, after, limit);
    }

    /** The newest that are there, oldest first, {@code limit} at most. */
    public Uni<List<StreamEvent>> newest(StreamId stream, long epoch, int limit) {
        return StreamStore.newest(pool, stream, epoch, limit);
    }

    /** Deletes a stream of not many events, and who may watch it. Nothing may be appended to it any more. */
    public Uni<Void> drop(SqlClient transaction, StreamId stream) {
        return StreamStore.drop(transaction, stream).chain(() -> StreamReaderStore.removeAll(transaction, stream));
    }

    /** The heads of those of {@code streams} that exist, in one query; {@code streams} is not empty. */
    public Uni<List<StreamHead>> heads(Collection<StreamId> streams) {
        return heads(pool, streams);
    }

    /** The same within a transaction, for reading a state and its seq consistently. */
    public Uni<List<StreamHead>> heads(SqlClient client, Collection<StreamId> streams) {
        return StreamStore.heads(client, streams);
    }

    /**
     * The heads of the players' own streams that changed in the last {@code seconds}, {@code limit} at most. A transaction that
     * takes longer than that from its last statement to its commit is not seen.
     */
    public Uni<List<StreamHead>> changedPlayers(int seconds, int limit) {
        return StreamStore.changedPlayers(pool, seconds, limit);
    }

    /** The sums over the heads of those of {@code streams} that exist, in one query; {@code streams} is not empty. */
    public Uni<Sums> sums(Collection<StreamId> streams) {
        return StreamStore.sums(pool, streams);
    }

    /** How many streams there are, the sum of their seqs, and their epochs combined by exclusive or. */
    public record Sums(long streams, long seqs, long epochs) {}
}
