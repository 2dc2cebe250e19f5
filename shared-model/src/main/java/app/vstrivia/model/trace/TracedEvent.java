package app.vstrivia.model.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An entry of a stream, as traces name it. Whoever knows the event knows the ids of the trace that its deliveries have if they belong to no other. */
public record TracedEvent(String stream, long epoch, long seq, String kind) {
    private static final AttributeKey<String> STREAM = AttributeKey.stringKey("trivia.stream");
    private static final AttributeKey<Long> SEQ = AttributeKey.longKey("trivia.seq");
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("trivia.kind");

    /** What the deliveries, by all replicas, are below; there is no span of that id. */
    SpanContext deliveries() {
        String name = stream + " " + epoch + " " + seq;
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return SpanContext.createFromRemoteParent(
                TraceId.fromLongs(id.getMostSignificantBits(), id.getLeastSignificantBits()),
                SpanId.fromLong(id.getMostSignificantBits() | 1),
                TraceFlags.getSampled(),
                TraceState.getDefault());
    }

    Attributes attributes() {
        return Attributes.of(STREAM, stream, SEQ, seq, KIND, kind);
    }
}
