package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.valkey.ChannelListener;
import app.vstrivia.realtime.platform.observe.RealtimeMetric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.pubsub.ReactivePubSubCommands;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who else serves a match, so that the replicas try in an order (rendezvous hashing) and not all at once. Nothing depends
 * on it but the number of vain attempts: a notice that gets lost makes two try at the same time, and a dead replica is
 * forgotten by whoever had to step in for it.
 */
@ApplicationScoped
class ServingReplicas {
    private static final String CHANNEL = "trivia:serving";
    private final String self = UUID.randomUUID().toString();
    private final Map<MatchId, Set<String>> others = new ConcurrentHashMap<>();
    private final ReactivePubSubCommands<String> channel;
    private final ChannelListener listener;
    private final Counter lost;

    ServingReplicas(ReactiveRedisDataSource valkey, Vertx vertx, MeterRegistry metrics) {
        this.channel = valkey.pubsub(String.class);
        this.lost = RealtimeMetric.NOTICES_LOST.counter(metrics, "serving");
        this.listener = new ChannelListener(valkey, vertx, List.of(CHANNEL), this::heard, () -> others.keySet()
                .forEach(match -> say("+", match)));
    }

    void start(@Observes StartupEvent started) {
        listener.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        listener.stop();
    }

    void serve(MatchId match) {
        others.putIfAbsent(match, ConcurrentHashMap.newKeySet());
        say("+", match);
    }

    void stopServing(MatchId match) {
        others.remove(match);
        say("-", match);
    }

    boolean isServedElsewhere(MatchId match) {
        return !others.getOrDefault(match, Set.of()).isEmpty();
    }

    /** How many of those that serve the match come before this replica, from 0. */
    int rank(MatchId match) {
        Set<String> replicas = others.getOrDefault(match, Set.of());
        if (replicas.isEmpty()) {
            return 0;
        }
        TreeSet<String> order = new TreeSet<>(Comparator.<String>comparingInt(replica -> (match + replica).hashCode())
                .thenComparing(Comparator.naturalOrder()));
        order.addAll(replicas);
        return order.headSet(self).size();
    }

    /** This replica had to move the match: those that come before it did not, so they are not counted on any more. */
    void silent(MatchId match) {
        if (rank(match) > 0) {
            others.computeIfPresent(match, (id, replicas) -> ConcurrentHashMap.newKeySet());
            say("+", match);
        }
    }

    private void say(String what, MatchId match) {
        channel.publish(CHANNEL, what + ' ' + match + ' ' + self)
                .subscribe()
                .with(done -> {}, failure -> lost.increment());
    }

    /** {@code +}: serves, and asks who does as well; {@code =}: serves; {@code -}: serves no more. */
    private void heard(String message) {
        String[] words = message.split(" ");
        if (words.length != 3 || words[2].equals(self)) {
            return;
        }
        MatchId match = MatchId.parse(words[1]);
        others.computeIfPresent(match, (id, replicas) -> {
            if (words[0].equals("-")) {
                replicas.remove(words[2]);
            } else {
                replicas.add(words[2]);
            }
            if (words[0].equals("+")) {
                say("=", match);
            }
            return replicas;
        });
    }
}
