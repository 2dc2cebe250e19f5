package app.vstrivia.model.stream;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Who may watch the streams of which the rows say that ({@link StreamId#isGranted}): the one place that decides it. The
 * feature that makes a stream adds its readers in the same transaction.
 */
@ApplicationScoped
public class StreamReaders {
    private final Pool pool;

    StreamReaders(Pool pool) {
        this.pool = pool;
    }

    /** The reader may watch the stream from now on. */
    public Uni<Void> admit(SqlClient transaction, StreamReader reader) {
        return StreamReaderStore.add(transaction, reader);
    }

    /**
     * The reader may not any more; whether the reader could. The transaction also tells the player's own stream with {@code
     * stream-withdrawn}, which ends the watching.
     */
    public Uni<Boolean> dismiss(SqlClient transaction, StreamReader reader) {
        return StreamReaderStore.remove(transaction, reader);
    }

    /** All who may watch the stream. */
    public Uni<List<StreamReader>> of(SqlClient transaction, StreamId stream) {
        return StreamReaderStore.of(transaction, stream);
    }

    /**
     * The heads of the streams that exist and may be watched, by who asked, in one query of as many reads by the key; {@code
     * asked} is not empty.
     */
    public Uni<Map<StreamReader, StreamHead>> heads(List<StreamReader> asked) {
        return StreamReaderStore.heads(pool, asked);
    }
}
