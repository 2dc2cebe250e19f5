package app.vstrivia.model.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/** An event that a replica hands to those who read its stream there, while that is traced. */
public final class Delivery {
    private final Tracer tracer;
    private final Span span;

    Delivery(Tracer tracer, Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    /** An event loop begins to write it to so many sockets; what comes back is to be run once they were flushed. */
    public Runnable writing(int sockets) {
        Span writing = tracer.spanBuilder("write to sockets")
                .setParent(RequestTracer.below(span))
                .startSpan()
                .setAttribute("trivia.sockets", sockets);
        return writing::end;
    }

    /** It was handed to the event loops of all {@code readers}. */
    public void handedOver(int readers) {
        span.setAttribute("trivia.readers", readers).end();
    }
}
