package app.vstrivia.realtime.stream;

import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.protocol.StreamSnapshot;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.StreamReader;
import app.vstrivia.model.stream.StreamReaders;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * The streams that a row lets somebody watch ({@link StreamReaders}). That a player may is asked when the watching begins;
 * after that {@code stream-withdrawn} on the player's own stream tells that it ends.
 */
@ApplicationScoped
public class GrantedStreams {
    private static final Gathering.Bounds BOUNDS = new Gathering.Bounds(3, 100, 2, 50_000);

    /** So much of the data of events goes into a snapshot, in characters. */
    private static final int MOST_CHARACTERS = 65_536;

    private final StreamHub hub;
    private final StreamLog log;
    private final StreamReaders readers;
    private final Gathering<StreamReader, Optional<StreamHead>> heads;

    GrantedStreams(StreamHub hub, StreamLog log, StreamReaders readers, Vertx vertx) {
        this.hub = hub;
        this.log = log;
        this.readers = readers;
        this.heads = new Gathering<>("readers", BOUNDS, vertx, this::readHeads);
    }

    private Uni<List<Optional<StreamHead>>> readHeads(List<StreamReader> asked) {
        return readers.heads(asked).map(found -> asked.stream()
                .map(reader -> Optional.ofNullable(found.get(reader)))
                .toList());
    }

    /**
     * Begins to serve a stream, or joins in; to be followed by a {@link #release}. Nothing if there is no such stream, or the
     * player may not watch it.
     */
    public Uni<Optional<LiveStream>> open(StreamId stream, PlayerId player) {
        return heads.add(new StreamReader(stream, player))
                .map(head -> head.map(known -> hub.open(known, StreamObserver.NONE)));
    }

    /** Whether there is such a stream, and the player may watch it. */
    public Uni<Boolean> isOpenTo(StreamId stream, PlayerId player) {
        return heads.add(new StreamReader(stream, player)).map(Optional::isPresent);
    }

    /** Undoes one {@link #open}. */
    public void release(LiveStream stream) {
        hub.release(stream);
    }

    /** The newest events. As a seq has no holes, the last of them tells how far the stream is. */
    public Uni<ServerMessage.Snapshot> snapshot(LiveStream stream) {
        return log.newest(stream.id(), stream.epoch(), StreamSnapshot.MAX_EVENTS)
                .map(events -> {
                    long seq = events.isEmpty()
                            ? stream.seq()
                            : events.get(events.size() - 1).seq();
                    return new ServerMessage.Snapshot(
                            stream.id(), stream.epoch(), seq, new StreamSnapshot(entries(events)));
                });
    }

    private static List<StreamSnapshot.Entry> entries(List<StreamEvent> events) {
        LinkedList<StreamSnapshot.Entry> entries = new LinkedList<>();
        int characters = 0;
        for (int i = events.size() - 1; i >= 0; i--) {
            StreamEvent event = events.get(i);
            characters += event.payload().length();
            if (characters > MOST_CHARACTERS) {
                break;
            }
            entries.addFirst(new StreamSnapshot.Entry(event.seq(), event.kind(), event.payload()));
        }
        return List.copyOf(entries);
    }
}
