package app.vstrivia.model.gather;

import app.vstrivia.model.trace.TracedWork;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Items wait a few milliseconds, or until a group is full, and are then worked on together; while as many groups as may
 * be are in flight, more gather. A group that fails is split and its parts are tried one after another.
 *
 * @param <T> what is gathered
 * @param <R> what comes of one
 */
public final class Gathering<T, R> {
    private static final Logger LOG = Logger.getLogger(Gathering.class);

    /** A database that falls silent leaves what was asked of it without an outcome; those who gather behind it must not wait for that. */
    private static final int LONGEST_S = 20;

    private final String name;
    private final Bounds bounds;
    private final Function<List<T>, Uni<List<R>>> work;
    private final BiFunction<List<T>, Throwable, List<List<T>>> split;
    private final Vertx vertx;
    private final Duration longest;
    private final Context context;
    private final Deque<Waiting<T, R>> waiting = new ArrayDeque<>();
    private boolean timer;
    private int inFlight;

    /**
     * @param name of the items, for the log
     * @param work gives the outcomes in the order of the items; has no effect if it fails, but is given up without knowing after {@value
     *     #LONGEST_S} s
     * @param split into which parts a group falls that failed; none: all of it has failed
     */
    public Gathering(
            String name,
            Bounds bounds,
            Vertx vertx,
            Function<List<T>, Uni<List<R>>> work,
            BiFunction<List<T>, Throwable, List<List<T>>> split) {
        this(name, bounds, vertx, work, split, Duration.ofSeconds(LONGEST_S));
    }

    /** @param longest how long a group may take; then it has failed, whatever comes of it */
    Gathering(
            String name,
            Bounds bounds,
            Vertx vertx,
            Function<List<T>, Uni<List<R>>> work,
            BiFunction<List<T>, Throwable, List<List<T>>> split,
            Duration longest) {
        this.longest = longest;
        this.name = name;
        this.bounds = bounds;
        this.vertx = vertx;
        this.work = work;
        this.split = split;
        // What is done for all must not run in the context of the request that happened to come last.
        this.context = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    /** One whose groups fall into single items. */
    public Gathering(String name, Bounds bounds, Vertx vertx, Function<List<T>, Uni<List<R>>> work) {
        this(name, bounds, vertx, work, (group, failure) -> singly(group));
    }

    /** Every item by itself; none if there is but one. */
    public static <T> List<List<T>> singly(List<T> group) {
        return group.size() == 1 ? List.of() : group.stream().map(List::of).toList();
    }

    /** What comes of the item; fails at once if too many wait. Each subscription adds it anew. */
    public Uni<R> add(T item) {
        return Uni.createFrom().emitter(emitter -> add(new Waiting<>(item, emitter, TracedWork.current())));
    }

    private void add(Waiting<T, R> item) {
        boolean full;
        boolean flush;
        boolean start = false;
        synchronized (this) {
            full = waiting.size() >= bounds.waiting();
            if (!full) {
                waiting.addLast(item);
            }
            flush = waiting.size() >= bounds.group() && inFlight < bounds.inFlight();
            if (!flush && !timer && inFlight < bounds.inFlight()) {
                timer = true;
                start = true;
            }
        }
        if (full) {
            item.emitter().fail(new RejectedExecutionException("too many " + name + " wait"));
        } else if (flush) {
            flush();
        } else if (start) {
            vertx.setTimer(bounds.waitMs(), id -> timeIsUp());
        }
    }

    private void timeIsUp() {
        synchronized (this) {
            timer = false;
        }
        flush();
    }

    private void flush() {
        List<Waiting<T, R>> group = takeGroup();
        if (!group.isEmpty()) {
            TracedWork.forAll(context, group.stream().map(Waiting::asked).toList())
                    .runOnContext(ignored -> done(group).subscribe().with(done -> ended(), failure -> {
                        LOG.errorf(failure, "%s: an outcome was not taken", name);
                        ended();
                    }));
        }
    }

    private synchronized List<Waiting<T, R>> takeGroup() {
        List<Waiting<T, R>> group = new ArrayList<>();
        while (inFlight < bounds.inFlight() && group.size() < bounds.group() && !waiting.isEmpty()) {
            group.add(waiting.pollFirst());
        }
        inFlight += group.isEmpty() ? 0 : 1;
        return group;
    }

    private void ended() {
        boolean more;
        synchronized (this) {
            inFlight--;
            more = !waiting.isEmpty();
        }
        if (more) {
            flush();
        }
    }

    private Uni<Void> done(List<Waiting<T, R>> group) {
        List<T> items = group.stream().map(Waiting::item).toList();
        return Uni.createFrom()
                .deferred(() -> work.apply(items))
                .ifNoItem()
                .after(longest)
                .fail()
                .onItemOrFailure()
                .transformToUni((results, failure) ->
                        failure == null ? complete(group, results) : failed(group, items, failure));
    }

    private Uni<Void> complete(List<Waiting<T, R>> group, List<R> results) {
        for (int i = 0; i < group.size(); i++) {
            R result = results.get(i);
            group.get(i).tell(context, emitter -> emitter.complete(result));
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> failed(List<Waiting<T, R>> group, List<T> items, Throwable failure) {
        // Of what took too long nobody knows what became of it: not to be done once more without being asked.
        List<List<T>> parts = failure instanceof TimeoutException ? List.of() : split.apply(items, failure);
        LOG.warnf("%d %s failed, are split into %d: %s", group.size(), name, parts.size(), failure.getMessage());
        if (parts.isEmpty()) {
            group.forEach(one -> one.tell(context, emitter -> emitter.fail(failure)));
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(partsOf(group, parts))
                .onItem()
                .transformToUniAndConcatenate(this::done)
                .collect()
                .last();
    }

    private List<List<Waiting<T, R>>> partsOf(List<Waiting<T, R>> group, List<List<T>> parts) {
        List<Waiting<T, R>> left = new ArrayList<>(group);
        return parts.stream()
                .map(part -> part.stream().map(item -> take(left, item)).toList())
                .toList();
    }

    private static <T, R> Waiting<T, R> take(List<Waiting<T, R>> left, T item) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).item() == item) {
                return left.remove(i);
            }
        }
        throw new IllegalStateException("a part holds what its group does not");
    }

    /**
     * @param waitMs how long the first of a group waits for others, from 1
     * @param group how many are worked on together at most
     * @param inFlight how many groups are worked on at a time; with 1 they are worked on in the order of their coming
     * @param waiting how many may wait; beyond that they are refused
     */
    public record Bounds(int waitMs, int group, int inFlight, int waiting) {}

    /** @param asked in what context, if that is traced; else null */
    private record Waiting<T, R>(T item, UniEmitter<? super R> emitter, Context asked) {

        /** In the context in which it was asked, so that what follows belongs to that trace, and to none besides. */
        void tell(Context ofAll, Consumer<UniEmitter<? super R>> outcome) {
            Context to = asked == null && TracedWork.current() != null ? ofAll : asked;
            if (to == null) {
                outcome.accept(emitter);
            } else {
                to.runOnContext(ignored -> outcome.accept(emitter));
            }
        }
    }
}
