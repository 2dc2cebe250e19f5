package app.vstrivia.api.platform.transaction;

import app.vstrivia.model.protocol.EventBody;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/** One attempt at a use case: the connection for the stores, and what there is to tell when it succeeds. */
public final class Transaction {
    private final SqlConnection connection;
    private final StreamLog log;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    Transaction(SqlConnection connection, StreamLog log) {
        this.connection = connection;
        this.log = log;
    }

    /** For stores only. */
    public SqlConnection connection() {
        return connection;
    }

    /** Creates the stream of a thing that this transaction creates. */
    public Uni<Void> create(StreamId stream) {
        return log.create(connection, stream);
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
