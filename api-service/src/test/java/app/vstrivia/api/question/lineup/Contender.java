package app.vstrivia.api.question.lineup;

import app.vstrivia.api.platform.transaction.BareTransaction;
import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A way to draw a lineup, with sessions of its own. */
abstract class Contender {
    static final String BY_TAGS = "by_tags";

    /** Without an own session a draw would wait for one, which is not what is measured. */
    static final int MOST_SESSIONS = 64;

    final String name;
    final Pool pool;
    private final List<Long> nanos = new ArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger mostSessions = new AtomicInteger();
    private int failures;
    private Throwable failure;

    private Contender(String name, Pool pool) {
        this.name = name;
        this.pool = pool;
    }

    abstract Uni<List<LineupQuestion>> draw(Recipe recipe, Audience audience);

    final <T> Uni<T> onSession(Function<Transaction, Uni<T>> work) {
        return pool.withConnection(connection -> {
            mostSessions.accumulateAndGet(sessions.incrementAndGet(), Math::max);
            return work.apply(BareTransaction.on(connection)).onTermination().invoke(sessions::decrementAndGet);
        });
    }

    /** What the service does. */
    static Contender twoQueries(LineupStore store, Pool pool) {
        return twoQueries("two_queries", store, pool);
    }

    /** The same, for recipes of two tags. */
    static Contender byTags(LineupStore store, Pool pool) {
        return twoQueries(BY_TAGS, store, pool);
    }

    private static Contender twoQueries(String name, LineupStore store, Pool pool) {
        LineupService lineups = new LineupService(store, new SecureRandom());
        return new Contender(name, pool) {
            @Override
            Uni<List<LineupQuestion>> draw(Recipe recipe, Audience audience) {
                return onSession(session -> lineups.draw(session, recipe, audience));
            }
        };
    }

    /**
     * The usual way, as well as it can be done: the same first query and the same look-up by slots, but one query for each
     * category, all at the same time, each on a session of its own.
     */
    static Contender queryPerCategory(LineupStore store, Pool pool) {
        SplittableRandom random = new SplittableRandom();
        return new Contender("query_per_category", pool) {
            @Override
            Uni<List<LineupQuestion>> draw(Recipe recipe, Audience audience) {
                return onSession(session -> store.look(session, recipe, audience))
                        .chain(outlook -> {
                            List<Uni<List<LineupQuestion>>> parts = recipe.parts().stream()
                                    .map(part -> new Draw(
                                            new Recipe(List.of(part), recipe.language()),
                                            outlook,
                                            false,
                                            random.split()))
                                    .map(draw -> onSession(session -> store.questions(session, recipe, draw))
                                            .map(draw::lineup))
                                    .toList();
                            return Uni.join().all(parts).andFailFast().map(lineups -> lineups.stream()
                                    .flatMap(List::stream)
                                    .toList());
                        });
            }
        };
    }

    /** Forgets what was measured. */
    void reset() {
        nanos.clear();
        failures = 0;
        mostSessions.set(0);
    }

    void done(long time) {
        nanos.add(time);
    }

    void failed(Throwable why) {
        failures++;
        failure = why;
    }

    int settled() {
        return nanos.size() + failures;
    }

    /** In use at the same time, at most. */
    int mostSessions() {
        return mostSessions.get();
    }

    int failures() {
        return failures;
    }

    Throwable failure() {
        return failure;
    }

    /** The times in ns, the shortest first. */
    long[] times() {
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
