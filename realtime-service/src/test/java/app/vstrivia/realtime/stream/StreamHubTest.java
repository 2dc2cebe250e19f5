package app.vstrivia.realtime.stream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.trace.Traces;
import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.wire.RecordingWire;
import app.vstrivia.realtime.wire.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamHubTest extends Fixture {
    @Inject
    StreamHub hub;

    @Inject
    StreamLog log;

    @Inject
    Pool pool;

    @Inject
    Traces traces;

    private final Reader reader = new Reader();
    private StreamId id;
    private long epoch;

    @BeforeEach
    void createStream() {
        id = StreamId.of(PlayerId.next());
        log.create(pool, id).await().indefinitely();
        epoch = log.heads(Set.of(id)).await().indefinitely().get(0).epoch();
    }

    @Test
    void aSnapshotOlderThanTheServedStreamIsFollowedWithoutAGap() {
        append(6);
        LiveStream stream = hub.open(new StreamHead(id, epoch, 6), StreamObserver.NONE);

        assertTrue(hub.follow(stream, reader, epoch, 4).await().indefinitely());

        assertEquals(List.of(5L, 6L), reader.seqs());
        hub.release(stream);
    }

    @Test
    void aSnapshotNewerThanTheServedStreamIsFollowedWithoutADouble() {
        LiveStream stream = hub.open(new StreamHead(id, epoch, 0), StreamObserver.NONE);
        append(3);

        assertTrue(hub.follow(stream, reader, epoch, 2).await().indefinitely());
        hub.headSeen(new StreamHead(id, epoch, 3), 0);

        await().atMost(5, SECONDS).until(() -> !reader.seqs().isEmpty());
        assertEquals(List.of(3L), reader.seqs());
        hub.release(stream);
    }

    @Test
    void manyWhoLackOldEventsCauseOneRead() {
        append(20);
        LiveStream stream = hub.open(new StreamHead(id, epoch, 20), StreamObserver.NONE);
        List<Reader> readers =
                IntStream.range(0, 50).mapToObj(i -> new Reader()).toList();
        long before = selects();

        List<Boolean> resumed = Multi.createFrom()
                .range(0, 50)
                .onItem()
                .transformToUniAndMerge(i -> hub.resume(stream, readers.get(i), epoch, i % 10))
                .collect()
                .asList()
                .await()
                .indefinitely();

        assertEquals(50, resumed.stream().filter(may -> may).count());
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    LongStream.rangeClosed(i % 10 + 1, 20).boxed().toList(),
                    readers.get(i).seqs());
        }
        assertTrue(selects() - before <= 6, "reads: " + (selects() - before));
        hub.release(stream);
    }

    @Test
    void whoIsFarBehindIsToldToTakeASnapshot() {
        append(3);
        LiveStream stream = hub.open(new StreamHead(id, epoch, 1_000_003), StreamObserver.NONE);

        assertFalse(hub.resume(stream, reader, epoch, 0).await().indefinitely());
        hub.release(stream);
    }

    /** Those of the whole server, the sweeps of the service among them. */
    private long selects() {
        return Long.parseLong(pool.query("SHOW GLOBAL STATUS LIKE 'Com_select'")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(1));
    }

    @Test
    void aStreamWithNothingNewIsNotReadAgain() {
        LiveStream stream = new LiveStream(new StreamHead(id, epoch, 7), StreamObserver.NONE, traces);
        assertTrue(stream.startFetch(8));

        assertFalse(stream.endFetch(8, false));

        assertFalse(stream.startFetch(7));
    }

    @Test
    void whatIsHeardOfDuringAVainFetchIsFetchedNext() {
        LiveStream stream = new LiveStream(new StreamHead(id, epoch, 7), StreamObserver.NONE, traces);
        assertTrue(stream.startFetch(8));
        assertFalse(stream.startFetch(9));

        assertTrue(stream.endFetch(8, false));
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            pool.withTransaction(
                            transaction -> log.append(transaction, List.of(new NewEvent(id, new MatchEvent.Paused()))))
                    .await()
                    .indefinitely();
        }
    }

    /** Notes the seqs that it gets. */
    private static final class Reader implements Subscriber {
        private final PlayerId player = PlayerId.next();
        private final RecordingWire wire = new RecordingWire();

        @Override
        public PlayerId player() {
            return player;
        }

        @Override
        public Wire wire() {
            return wire;
        }

        List<Long> seqs() {
            return wire.written().stream()
                    .map(frame -> ProtocolCodec.tree(frame.text()).path("seq").asLong())
                    .toList();
        }

        @Override
        public void reset(StreamId stream) {
            throw new AssertionError("nothing began anew");
        }

        @Override
        public void over(StreamId stream) {
            throw new AssertionError("nothing ended");
        }
    }
}
