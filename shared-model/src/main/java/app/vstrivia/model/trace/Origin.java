package app.vstrivia.model.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;

/** The span in which an event was appended, as wake-ups carry it to those who deliver the event: the ids of a {@code traceparent}. */
public record Origin(String trace, String span) {

    static Origin of(Span span) {
        return new Origin(
                span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId());
    }

    /** What {@link #toString} gave; null for anything else. */
    public static Origin parse(String text) {
        int length = TraceId.getLength() + 1 + SpanId.getLength();
        if (text.length() != length) {
            return null;
        }
        Origin origin = new Origin(text.substring(0, TraceId.getLength()), text.substring(TraceId.getLength() + 1));
        return origin.context().isValid() ? origin : null;
    }

    SpanContext context() {
        return SpanContext.createFromRemoteParent(trace, span, TraceFlags.getSampled(), TraceState.getDefault());
    }

    @Override
    public String toString() {
        return trace + "-" + span;
    }
}
