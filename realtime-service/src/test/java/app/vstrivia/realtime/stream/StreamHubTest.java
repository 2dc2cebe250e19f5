package app.vstrivia.realtime.stream;

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
import app.vstrivia.realtime.testing.Fixture;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

        assertEquals(List.of(5L, 6L), reader.seqs);
        hub.release(stream);
    }

    @Test
    void aSnapshotNewerThanTheServedStreamIsFollowedWithoutADouble() {
        LiveStream stream = hub.open(new StreamHead(id, epoch, 0), StreamObserver.NONE);
        append(3);

        assertTrue(hub.follow(stream, reader, epoch, 2).await().indefinitely());
        hub.headSeen(new StreamHead(id, epoch, 3));

        reader.awaitSeq(3);
        assertEquals(List.of(3L), reader.seqs);
        hub.release(stream);
    }

    @Test
    void aStreamWithNothingNewIsNotReadAgain() {
        LiveStream stream = new LiveStream(new StreamHead(id, epoch, 7), StreamObserver.NONE);
        assertTrue(stream.startFetch(8));

        assertFalse(stream.endFetch(8, false));

        assertFalse(stream.startFetch(7));
    }

    @Test
    void whatIsHeardOfDuringAVainFetchIsFetchedNext() {
        LiveStream stream = new LiveStream(new StreamHead(id, epoch, 7), StreamObserver.NONE);
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
        private final List<Long> seqs = new ArrayList<>();

        @Override
        public PlayerId player() {
            return player;
        }

        @Override
        public synchronized void deliver(String frame) {
            seqs.add(ProtocolCodec.tree(frame).path("seq").asLong());
            notifyAll();
        }

        synchronized void awaitSeq(long seq) {
            long until = System.currentTimeMillis() + 5_000;
            while (!seqs.contains(seq) && System.currentTimeMillis() < until) {
                try {
                    wait(100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void reset(StreamId stream) {}

        @Override
        public void over(StreamId stream) {}
    }
}
