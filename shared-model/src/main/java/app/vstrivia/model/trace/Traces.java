package app.vstrivia.model.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.tracing.TracingOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.ConfigProvider;

/** Traces requests, messages of sockets and the delivery of events, if there is a place for traces. */
@ApplicationScoped
public class Traces implements VertxOptionsCustomizer {
    private static final Duration SEND_EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Null if there are no traces. */
    private final SdkTracerProvider provider;

    private final Tracer tracer;
    private final double share;

    /** Decides about the deliveries of events that are in no trace, on all replicas alike. */
    private final Sampler deliveries;

    Traces(TraceConfig config) {
        share = config.share();
        deliveries = Sampler.traceIdRatioBased(share);
        provider = config.endpoint().map(Traces::provider).orElse(null);
        tracer = provider == null ? null : provider.get("vstrivia");
    }

    private static SdkTracerProvider provider(URI endpoint) {
        String service = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("vstrivia");
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(PATIENCE)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                // What is not to be traced gets no span in the first place, which costs less.
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(SEND_EVERY)
                        .build())
                .build();
    }

    /** What is to be used in its place is for who builds Vert.x, which Quarkus does. */
    @Override
    @SuppressWarnings("deprecation")
    public void accept(VertxOptions options) {
        if (tracer != null) {
            RequestTracer requests = new RequestTracer(tracer, this::chosen);
            options.setTracingOptions(new TracingOptions().setFactory(ignored -> requests));
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (provider != null) {
            provider.close();
        }
    }

    /** Whether anything is traced. */
    public boolean on() {
        return tracer != null;
    }

    private boolean chosen() {
        return ThreadLocalRandom.current().nextDouble() < share;
    }

    /** A span without a parent, with its trace; null if there is none for it. */
    Span root(String name) {
        return tracer == null || !chosen()
                ? null
                : tracer.spanBuilder(name)
                        .setNoParent()
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan();
    }

    /** What is traced of what is done now; null if it is not. */
    public Origin origin() {
        Span span = tracer == null ? null : RequestTracer.of(Vertx.currentContext());
        return span == null ? null : Origin.of(span);
    }

    /**
     * The span of the current context has appended this event. If the wake-up that says so gets lost, its deliveries have a trace
     * of their own: this one points to it.
     */
    public void appended(TracedEvent event) {
        Span span = RequestTracer.of(Vertx.currentContext());
        if (span != null) {
            span.addLink(event.deliveries(), event.attributes());
        }
    }

    /**
     * An event is about to be handed to those who read its stream here; to be called if {@link #on}.
     *
     * @param origin of what it comes; null if that is not known, or not traced
     * @return null if the delivery is not traced
     */
    public Delivery delivery(TracedEvent event, Origin origin) {
        SpanContext parent = origin == null ? event.deliveries() : origin.context();
        if (origin == null && !isChosen(parent)) {
            return null;
        }
        return new Delivery(
                tracer,
                tracer.spanBuilder("deliver " + event.kind())
                        .setParent(RequestTracer.below(Span.wrap(parent)))
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAllAttributes(event.attributes())
                        .startSpan());
    }

    private boolean isChosen(SpanContext parent) {
        return deliveries
                        .shouldSample(
                                Context.root(),
                                parent.getTraceId(),
                                "deliver",
                                SpanKind.CONSUMER,
                                Attributes.empty(),
                                List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }
}
