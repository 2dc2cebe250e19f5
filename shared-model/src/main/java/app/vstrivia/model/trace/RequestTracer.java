package app.vstrivia.model.trace;

import app.vstrivia.model.edge.RequestId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Vert.x tells of requests that come in, and of the queries and commands that are made for them. */
final class RequestTracer implements VertxTracer<Span, Span> {
    private static final int SERVER_ERROR = 500;
    private static final Pattern IDS = Pattern.compile("/(?:[0-9a-fA-F-]{36}|[0-9]+)(?=/|$)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    private final Tracer tracer;
    private final BooleanSupplier chosen;

    /** @param chosen whether the next request is traced */
    RequestTracer(Tracer tracer, BooleanSupplier chosen) {
        this.tracer = tracer;
        this.chosen = chosen;
    }

    /** The span of the request, or of other work, that this context belongs to; null if there is none. */
    static Span of(Context context) {
        return context == null || !VertxContext.isDuplicatedContext(context)
                ? null
                : context.getLocal(RequestTracer.class);
    }

    /** The parent of spans below that one. */
    static io.opentelemetry.context.Context below(Span span) {
        return io.opentelemetry.context.Context.root().with(span);
    }

    /** What the client says of traces does not count. Probes and figures are not worth one. */
    @Override
    public <R> Span receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Map.Entry<String, String>> headers,
            TagExtractor<R> tags) {
        if (!(request instanceof HttpServerRequest) || !VertxContext.isDuplicatedContext(context)) {
            return null;
        }
        HttpServerRequest http = (HttpServerRequest) request;
        String path = http.path();
        if (path == null || path.startsWith("/q/") || !chosen.getAsBoolean()) {
            return null;
        }
        String method = http.method().name();
        Span span = tracer.spanBuilder(method + " " + IDS.matcher(path).replaceAll("/{id}"))
                .setNoParent()
                .setSpanKind(io.opentelemetry.api.trace.SpanKind.SERVER)
                .startSpan();
        span.setAttribute("http.request.method", method).setAttribute("url.path", path);
        context.putLocal(RequestTracer.class, span);
        return span;
    }

    @Override
    public <R> void sendResponse(Context context, R response, Span span, Throwable failure, TagExtractor<R> tags) {
        if (span == null) {
            return;
        }
        if (response instanceof HttpServerResponse) {
            HttpServerResponse http = (HttpServerResponse) response;
            span.setAttribute("http.response.status_code", http.getStatusCode());
            String id = http.headers().get(RequestId.HEADER);
            if (id != null) {
                span.setAttribute("requestId", id);
            }
            if (http.getStatusCode() >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        end(span, failure);
    }

    /** Of what goes out, queries and commands of the database and of Valkey; values are not among their tags. */
    @Override
    public <R> Span sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        Span parent = of(context);
        if (parent == null) {
            return null;
        }
        Map<String, String> told = tags.extract(request);
        String statement = told.get("db.statement");
        if (statement == null) {
            return null;
        }
        return tracer.spanBuilder(firstWord(statement))
                .setParent(below(parent))
                .setSpanKind(io.opentelemetry.api.trace.SpanKind.CLIENT)
                .startSpan()
                .setAttribute("db.query.text", statement)
                .setAttribute("server.address", told.getOrDefault("peer.address", ""));
    }

    @Override
    public <R> void receiveResponse(Context context, R response, Span span, Throwable failure, TagExtractor<R> tags) {
        if (span != null) {
            end(span, failure);
        }
    }

    static void end(Span span, Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", failure.getClass().getName());
        }
        span.end();
    }

    private static String firstWord(String statement) {
        Matcher word = WORD.matcher(statement);
        return word.find() ? word.group().toUpperCase(Locale.ROOT) : "query";
    }
}
