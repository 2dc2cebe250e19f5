package app.vstrivia.realtime.testing;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.EventBody;
import app.vstrivia.model.protocol.ImportEvent;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.StreamReader;
import app.vstrivia.model.stream.StreamReaders;
import app.vstrivia.model.stream.WakeUps;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes streams that a player may watch, and lets things happen on them, as api-service does. */
@ApplicationScoped
public class Streams {
    private final Pool pool;
    private final StreamLog log;
    private final StreamReaders readers;
    private final WakeUps wakeUps;

    Streams(Pool pool, StreamLog log, StreamReaders readers, WakeUps wakeUps) {
        this.pool = pool;
        this.log = log;
        this.readers = readers;
        this.wakeUps = wakeUps;
    }

    /** A stream of no events yet. */
    public StreamId of(PlayerId reader) {
        return of(StreamId.Kind.IMPORT, reader);
    }

    /** The same of another kind. */
    public StreamId of(StreamId.Kind kind, PlayerId reader) {
        StreamId stream = new StreamId(kind, UuidV7.next());
        pool.withTransaction(transaction -> log.create(transaction, stream)
                        .chain(() -> readers.admit(transaction, new StreamReader(stream, reader))))
                .await()
                .indefinitely();
        return stream;
    }

    /** So many events happen, which tell their number. */
    public void happens(StreamId stream, int events) {
        for (int i = 1; i <= events; i++) {
            tell(stream, new ImportEvent.ImportProgress(i, i, 0, 0));
        }
    }

    public void tell(StreamId stream, EventBody body) {
        wakeUps.publish(
                pool.withTransaction(transaction -> log.append(transaction, List.of(new NewEvent(stream, body))))
                        .await()
                        .indefinitely());
    }

    public void withdraw(StreamId stream, PlayerId reader) {
        NewEvent withdrawn = new NewEvent(StreamId.of(reader), new PlayerEvent.StreamWithdrawn(stream));
        wakeUps.publish(
                pool.withTransaction(transaction -> readers.dismiss(transaction, new StreamReader(stream, reader))
                                .chain(() -> log.append(transaction, List.of(withdrawn))))
                        .await()
                        .indefinitely());
    }

    /** Nobody is told. */
    public void withdrawUnheard(StreamId stream, PlayerId reader) {
        pool.withTransaction(transaction -> readers.dismiss(transaction, new StreamReader(stream, reader)))
                .await()
                .indefinitely();
    }

    /** The events up to and including that one are gone. */
    public void forget(StreamId stream, long seq) {
        pool.preparedQuery("DELETE FROM change_event WHERE stream_id = ? AND seq <= ?")
                .execute(Values.of(stream.toString(), seq))
                .await()
                .indefinitely();
    }
}
