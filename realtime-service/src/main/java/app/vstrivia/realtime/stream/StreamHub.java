package app.vstrivia.realtime.stream;

import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.WakeUp;
import app.vstrivia.model.trace.Origin;
import app.vstrivia.model.trace.Traces;
import app.vstrivia.realtime.platform.observe.LogKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** All streams that this replica serves. */
@ApplicationScoped
public class StreamHub {
    private static final Logger LOG = Logger.getLogger(StreamHub.class);
    private static final int READ_LIMIT = 500;
    private static final int BACKFILL_LIMIT = 1_000;
    private static final Gathering.Bounds HEADS = new Gathering.Bounds(3, 500, 2, 50_000);

    /** Players' own streams, one for each connection; apart from the others, which are looked through far more often. */
    private final Map<StreamId, LiveStream> playerStreams = new ConcurrentHashMap<>();

    private final Map<StreamId, LiveStream> otherStreams = new ConcurrentHashMap<>();
    private final StreamLog log;
    private final Traces traces;
    private final Backfill backfill;
    private final Gathering<StreamId, Optional<StreamHead>> heads;

    StreamHub(StreamLog log, Vertx vertx, Traces traces) {
        this.log = log;
        this.traces = traces;
        this.backfill = new Backfill(log, vertx, BACKFILL_LIMIT);
        this.heads = new Gathering<>("heads", HEADS, vertx, this::readHeads);
    }

    private Map<StreamId, LiveStream> streams(StreamId id) {
        return id.kind() == StreamId.Kind.PLAYER ? playerStreams : otherStreams;
    }

    private Uni<List<Optional<StreamHead>>> readHeads(List<StreamId> ids) {
        return log.heads(Set.copyOf(ids)).map(found -> {
            Map<StreamId, StreamHead> heads =
                    found.stream().collect(Collectors.toMap(StreamHead::stream, head -> head));
            return ids.stream().map(id -> Optional.ofNullable(heads.get(id))).toList();
        });
    }

    /**
     * Begins to serve a stream from {@code head} on, or joins in if it is served; {@code observer} is for the first. Each
     * call is to be followed by one of {@link #release}.
     */
    public LiveStream open(StreamHead head, StreamObserver observer) {
        LiveStream stream = streams(head.stream())
                .compute(
                        head.stream(),
                        (id, served) -> (served == null ? new LiveStream(head, observer, traces) : served).hold());
        // What came between the reading of the head and this line has woken nobody.
        catchUp(stream, stream.seq() + 1);
        return stream;
    }

    /** Undoes one {@link #open}; the last one ends the serving. */
    public void release(LiveStream stream) {
        streams(stream.id())
                .computeIfPresent(stream.id(), (id, served) -> served == stream && served.letGo() ? null : served);
    }

    /** Whether this is the stream that is served under its id, and not one that began anew since. */
    public boolean serves(LiveStream stream) {
        return streams(stream.id()).get(stream.id()) == stream;
    }

    /**
     * Adds a reader who has everything up to {@code from}, after sending what it misses: from memory where the gap is
     * short, else from one read of the database for all who ask.
     *
     * @return false if the position cannot be continued from (another epoch, ahead of the stream, or too far behind): a
     *     snapshot is due
     */
    public Uni<Boolean> resume(LiveStream stream, Subscriber subscriber, long epoch, long from) {
        if (epoch != stream.epoch()) {
            return Uni.createFrom().item(false);
        }
        if (from > stream.seq()) {
            return heads.add(stream.id())
                    .chain(head -> head.isPresent()
                                    && head.get().epoch() == epoch
                                    && head.get().seq() >= from
                            ? resumeAhead(stream, subscriber, from)
                            : Uni.createFrom().item(false));
        }
        return stream.subscribe(subscriber, from)
                ? Uni.createFrom().item(true)
                : backfill.from(stream, from).map(filled -> stream.subscribe(subscriber, from));
    }

    /** The reader knows more than this replica, which first learns it: what the reader does next may depend on it. */
    private Uni<Boolean> resumeAhead(LiveStream stream, Subscriber subscriber, long from) {
        return log.read(stream.id(), stream.epoch(), stream.seq(), READ_LIMIT)
                .invoke(stream::accept)
                .map(events -> stream.subscribe(subscriber, from));
    }

    /**
     * Adds a reader who just got a snapshot as of {@code seq}, which may be ahead of what this replica has read, or behind
     * what it has in memory if another reader came first.
     */
    public Uni<Boolean> follow(LiveStream stream, Subscriber subscriber, long epoch, long seq) {
        return epoch == stream.epoch() && stream.subscribe(subscriber, seq)
                ? Uni.createFrom().item(true)
                : resume(stream, subscriber, epoch, seq);
    }

    /** Events that this replica has just committed. */
    public void offer(List<StreamEvent> events) {
        events.stream().collect(Collectors.groupingBy(StreamEvent::stream)).forEach((id, ofOneStream) -> {
            LiveStream stream = streams(id).get(id);
            if (stream != null) {
                arrived(
                        stream,
                        ofOneStream,
                        ofOneStream.get(ofOneStream.size() - 1).seq(),
                        traces.origin());
            }
        });
    }

    void woken(WakeUp wakeUp) {
        LiveStream stream = streams(wakeUp.stream()).get(wakeUp.stream());
        if (stream == null) {
            return;
        }
        if (wakeUp.epoch() != stream.epoch()) {
            reset(stream);
        } else {
            arrived(stream, wakeUp.events(), wakeUp.seq(), wakeUp.origin());
        }
    }

    private void arrived(LiveStream stream, List<StreamEvent> events, long head, Origin origin) {
        stream.accept(events, origin);
        if (origin != null) {
            stream.expect(head, origin);
        }
        catchUp(stream, head);
    }

    /**
     * @param seqBefore what had been read of the stream before its head was asked for: as heads only grow, one that is behind it
     *     is of a database that was put back in time
     */
    void headSeen(StreamHead head, long seqBefore) {
        LiveStream stream = streams(head.stream()).get(head.stream());
        if (stream != null && (head.epoch() != stream.epoch() || head.seq() < seqBefore)) {
            reset(stream);
        } else if (stream != null) {
            catchUp(stream, head.seq());
        }
    }

    /** The players' own streams. */
    List<LiveStream> servedToPlayers() {
        return List.copyOf(playerStreams.values());
    }

    /** All others. */
    List<LiveStream> servedToMany() {
        return List.copyOf(otherStreams.values());
    }

    private void catchUp(LiveStream stream, long head) {
        if (stream.startFetch(head)) {
            fetch(stream);
        }
    }

    private void fetch(LiveStream stream) {
        long target = stream.fetchTarget();
        log.read(stream.id(), stream.epoch(), stream.seq(), READ_LIMIT)
                .subscribe()
                .with(
                        events -> {
                            if (stream.endFetch(target, stream.accept(events))) {
                                fetch(stream);
                            }
                        },
                        failure -> {
                            stream.abandonFetch();
                            LogKeys.with(
                                    LogKeys.STREAM,
                                    stream.id(),
                                    () -> LOG.warnf(
                                            "stream %s could not be read: %s", stream.id(), failure.getMessage()));
                        });
    }

    private void reset(LiveStream stream) {
        LogKeys.with(LogKeys.STREAM, stream.id(), () -> LOG.warnf("stream %s began anew", stream.id()));
        streams(stream.id()).remove(stream.id(), stream);
        stream.subscribers().forEach(subscriber -> {
            stream.unsubscribe(subscriber);
            subscriber.reset(stream.id());
        });
    }
}
