package app.vstrivia.api.platform.transaction;

import app.vstrivia.model.protocol.EventBody;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.StreamReader;
import app.vstrivia.model.stream.StreamReaders;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/** One attempt at a use case: the connection for the stores, and what there is to tell when it succeeds. */
public final class Transaction {
    private final SqlConnection connection;
    private final StreamLog log;
    private final StreamReaders readers;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Transaction(SqlConnection connection, StreamLog log, StreamReaders readers) {
        this.connection = connection;
        this.log = log;
        this.readers = readers;
    }

    /** For stores only. */
    public SqlConnection connection() {
        return connection;
    }

    /** Creates the stream of a thing that this transaction creates. */
    public Uni<Void> create(StreamId stream) {
        return log.create(connection, stream);
    }

    /** Whether there is that stream. */
    public Uni<Boolean> exists(StreamId stream) {
        return log.heads(connection, List.of(stream)).map(heads -> !heads.isEmpty());
    }

    /** That player may watch the stream from now on. */
    public Uni<Void> admit(StreamReader reader) {
        return readers.admit(connection, reader);
    }

    /** And may not any more: the watching ends, wherever it is. */
    public Uni<Void> withdraw(StreamReader reader) {
        return readers.dismiss(connection, reader)
                .invoke(could -> {
                    if (could) {
                        tell(StreamId.of(reader.player()), new PlayerEvent.StreamWithdrawn(reader.stream()));
                    }
                })
                .replaceWithVoid();
    }

    /** The same for all who may. */
    public Uni<Void> withdrawAll(StreamId stream) {
        return readers.of(connection, stream)
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(this::withdraw)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** Deletes the stream, of not many events, of a thing that goes; whoever watches it is to be told before. */
    public Uni<Void> drop(StreamId stream) {
        return log.drop(connection, stream);
    }

    /** Notes an event; it is appended at the very end, since an append locks the head of the stream to the commit. */
    public void tell(StreamId stream, EventBody body) {
        events.add(new NewEvent(stream, body));
    }

    /** Has something done once, after the commit; it must neither wait nor fail. */
    public void afterCommit(Runnable what) {
        afterwards.add(what);
    }

    /** To be called after the commit. */
    void committed() {
        afterwards.forEach(Runnable::run);
    }

    List<NewEvent> events() {
        return events;
    }
}
