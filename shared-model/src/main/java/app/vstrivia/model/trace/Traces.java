package app.vstrivia.model.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.tracing.TracingOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Traces requests and the delivery of events, if there is a place for traces. */
@ApplicationScoped
public class Traces implements VertxOptionsCustomizer {
    private static final Duration SEND_EVERY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Null if there are no traces. */
    private final SdkTracerProvider provider;

    private final Tracer tracer;

    Traces(TraceConfig config) {
        provider = config.endpoint()
                .map(endpoint -> provider(endpoint, config.share()))
                .orElse(null);
        tracer = provider == null ? null : provider.get("vstrivia");
    }

    private static SdkTracerProvider provider(URI endpoint, double share) {
        String service = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("vstrivia");
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString())
                .setTimeout(PATIENCE)
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBasedBuilder(Sampler.traceIdRatioBased(share))
                        // Deliveries are below what nobody decided about.
                        .setRemoteParentSampled(Sampler.traceIdRatioBased(share))
                        .build())
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
            RequestTracer requests = new RequestTracer(tracer);
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

    /** The request of the current context has appended this event: its trace points to that of the deliveries. */
    public void appended(TracedEvent event) {
        Span request = RequestTracer.of(Vertx.currentContext());
        if (request != null) {
            request.addLink(event.deliveries(), event.attributes());
        }
    }

    /** An event was handed to those who read its stream here; to be called if {@link #on}. */
    public void delivered(TracedEvent event, int readers) {
        tracer.spanBuilder("deliver " + event.kind())
                .setParent(io.opentelemetry.context.Context.root().with(Span.wrap(event.deliveries())))
                .setSpanKind(SpanKind.CONSUMER)
                .setAllAttributes(event.attributes())
                .setAttribute("trivia.readers", readers)
                .startSpan()
                .end();
    }
}
