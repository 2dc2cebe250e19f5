package app.vstrivia.model.trace;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.ThreadExecutorMap;
import io.opentelemetry.api.trace.Span;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Work that no request asks for, with a trace of its own. */
@ApplicationScoped
public class TracedWork {
    private final Traces traces;
    private final Vertx vertx;

    TracedWork(Traces traces, Vertx vertx) {
        this.traces = traces;
        this.vertx = vertx;
    }

    /**
     * A trace for what begins now.
     *
     * @return null if there is none for it, which is the rule
     */
    public Work begin(String name) {
        Span span = traces.root(name);
        return span == null ? null : new Work(span, inContextOf(newContext(), span));
    }

    /** One of the event loop that this is, so that what is begun there stays there. */
    private Context newContext() {
        Context current = Vertx.currentContext();
        if (current != null) {
            return current;
        }
        EventExecutor here = ThreadExecutorMap.currentExecutor();
        return here instanceof EventLoop
                ? ((VertxInternal) vertx)
                        .createEventLoopContext(
                                (EventLoop) here, null, Thread.currentThread().getContextClassLoader())
                : vertx.getOrCreateContext();
    }

    private static Context inContextOf(Context context, Span span) {
        Context own = VertxContext.createNewDuplicatedContext(context);
        own.putLocal(RequestTracer.class, span);
        return own;
    }

    /** The current context if what is done in it is traced; else null. */
    public static Context current() {
        Context context = Vertx.currentContext();
        return RequestTracer.of(context) == null ? null : context;
    }

    /**
     * A context for what is done for several at once: its queries belong to the first that is traced, and the others point to
     * it.
     *
     * @param root for all if none is traced
     * @param contexts of the several, as {@link #current} gave them
     */
    public static Context forAll(Context root, List<Context> contexts) {
        List<Span> spans = contexts.stream()
                .filter(Objects::nonNull)
                .map(RequestTracer::of)
                .distinct()
                .toList();
        if (spans.isEmpty()) {
            return root;
        }
        Span first = spans.get(0);
        spans.stream().skip(1).forEach(span -> span.addLink(first.getSpanContext()));
        return inContextOf(root, first);
    }

    /** Something that is traced, from its beginning to its outcome. */
    public static final class Work {
        private final Span span;
        private final Context context;

        private Work(Span span, Context context) {
            this.span = span;
            this.context = context;
        }

        /** Something to find the trace by; nothing secret. */
        public Work about(String key, Object value) {
            span.setAttribute(key, value.toString());
            return this;
        }

        /** Runs {@code task}, on this thread, so that its queries and events belong to the trace, which ends with its outcome. */
        public <T> Uni<T> run(Supplier<Uni<? extends T>> task) {
            return Uni.createFrom().emitter(emitter -> ((ContextInternal) context).dispatch(() -> Uni.createFrom()
                    .deferred(task)
                    .subscribe()
                    .with(
                            item -> {
                                RequestTracer.end(span, null);
                                emitter.complete(item);
                            },
                            failure -> {
                                RequestTracer.end(span, failure);
                                emitter.fail(failure);
                            })));
        }
    }
}
