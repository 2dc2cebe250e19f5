package app.vstrivia.api.platform.bulkhead;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets a few run at once and the others wait their turn, without a thread. For work that holds one connection of a pool
 * while it asks for another: unbounded, its first halves could take the whole pool and wait for the second for ever.
 */
public final class Bulkhead {
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    public Bulkhead(int atOnce) {
        this.free = atOnce;
    }

    /** Runs {@code work} when it is its turn, on the context of the caller. */
    public <T> Uni<T> run(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            AtomicBoolean left = new AtomicBoolean();
            Uni<T> turn = Uni.createFrom()
                    .completionStage(this::enter)
                    .chain(() -> onContext(context).chain(work).onTermination().invoke(() -> {
                        if (left.compareAndSet(false, true)) {
                            leave();
                        }
                    }));
            return turn;
        });
    }

    /** Who leaves starts the next on his own thread; the next one goes back to where it came from. */
    private static Uni<Void> onContext(Context context) {
        Uni<Void> start = Uni.createFrom().voidItem();
        return context == null ? start : start.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private CompletableFuture<Void> enter() {
        synchronized (waiting) {
            if (free > 0) {
                free--;
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Void> turn = new CompletableFuture<>();
            waiting.add(turn);
            return turn;
        }
    }

    private void leave() {
        CompletableFuture<Void> next;
        do {
            synchronized (waiting) {
                next = waiting.poll();
                if (next == null) {
                    free++;
                    return;
                }
            }
        } while (!next.complete(null)); // somebody who gave up waiting
    }
}
