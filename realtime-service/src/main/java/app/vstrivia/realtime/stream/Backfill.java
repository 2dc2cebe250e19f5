package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.StreamLog;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.IdentityHashMap;
import java.util.Map;

/** Fetches what is older than memory: one read for all who ask for the same stream at about the same time. */
final class Backfill {
    private static final int GATHER_MS = 4;

    private final StreamLog log;
    private final Vertx vertx;
    private final int limit;
    private final Map<LiveStream, Read> reads = new IdentityHashMap<>();

    /** @param limit how many events a read brings at most; who lacks more gets a snapshot */
    Backfill(StreamLog log, Vertx vertx, int limit) {
        this.log = log;
        this.vertx = vertx;
        this.limit = limit;
    }

    /** Completes when the stream has in memory what follows {@code from}, as far as that can be. */
    synchronized Uni<Void> from(LiveStream stream, long from) {
        Read present = reads.get(stream);
        if (present != null && (!present.begun || present.from <= from)) {
            present.from = Math.min(present.from, from);
            return present.done;
        }
        Read read = new Read(from);
        Uni<Void> turn = present == null ? gather() : present.done.onFailure().recoverWithNull();
        read.done = turn.chain(() -> log.read(stream.id(), stream.epoch(), begin(read), limit))
                .invoke(stream::prepend)
                .onTermination()
                .invoke(() -> end(stream, read))
                .replaceWithVoid()
                .memoize()
                .indefinitely();
        reads.put(stream, read);
        return read.done;
    }

    private Uni<Void> gather() {
        return Uni.createFrom().emitter(emitter -> vertx.setTimer(GATHER_MS, timer -> emitter.complete(null)));
    }

    private synchronized long begin(Read read) {
        read.begun = true;
        return read.from;
    }

    private synchronized void end(LiveStream stream, Read read) {
        reads.remove(stream, read);
    }

    private static final class Read {
        private long from;
        private boolean begun;
        private Uni<Void> done;

        Read(long from) {
            this.from = from;
        }
    }
}
