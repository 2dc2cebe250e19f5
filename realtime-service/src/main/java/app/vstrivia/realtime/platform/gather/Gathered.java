package app.vstrivia.realtime.platform.gather;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers many questions with one query: those that are asked within a few milliseconds, each key once.
 *
 * @param <K> what is asked for
 * @param <V> the answer
 */
public final class Gathered<K, V> {
    private final Vertx vertx;
    private final int waitMs;
    private final int atMost;
    private final Function<Set<K>, Uni<Map<K, V>>> query;
    private Map<K, List<UniEmitter<? super V>>> asked = new LinkedHashMap<>();

    /**
     * @param waitMs how long the first of them waits for others
     * @param atMost how many keys a query may have
     * @param query gives the answers; a key without one is answered with null
     */
    public Gathered(Vertx vertx, int waitMs, int atMost, Function<Set<K>, Uni<Map<K, V>>> query) {
        this.vertx = vertx;
        this.waitMs = waitMs;
        this.atMost = atMost;
        this.query = query;
    }

    /** The answer for {@code key}, null if there is none. */
    public Uni<V> ask(K key) {
        return Uni.createFrom().emitter(emitter -> add(key, emitter));
    }

    private void add(K key, UniEmitter<? super V> emitter) {
        boolean first;
        boolean full;
        synchronized (this) {
            first = asked.isEmpty();
            asked.computeIfAbsent(key, asks -> new ArrayList<>(1)).add(emitter);
            full = asked.size() >= atMost;
        }
        if (full) {
            query();
        } else if (first) {
            vertx.setTimer(waitMs, timer -> query());
        }
    }

    private void query() {
        Map<K, List<UniEmitter<? super V>>> batch;
        synchronized (this) {
            batch = asked;
            asked = new LinkedHashMap<>();
        }
        if (batch.isEmpty()) {
            return;
        }
        query.apply(batch.keySet())
                .subscribe()
                .with(
                        answers -> batch.forEach(
                                (key, emitters) -> emitters.forEach(emitter -> emitter.complete(answers.get(key)))),
                        failure ->
                                batch.values().forEach(emitters -> emitters.forEach(emitter -> emitter.fail(failure))));
    }
}
