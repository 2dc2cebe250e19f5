/**
 * Traces, by OpenTelemetry: from a request through its queries and the events that it appends to their delivery to the sockets.
 * Without {@code trivia.traces.endpoint} nothing of it is there: Vert.x gets no tracer, so that requests and queries do not even
 * ask whether they are traced. (The extension of Quarkus puts itself into Vert.x's measuring when it is built in, whether it is
 * on or off.)
 *
 * <p>A request and the delivery of its event are two traces. Neither the wire nor the wake-ups carry anything for them: the ids
 * of a delivery's trace follow from the event's ({@link app.vstrivia.model.trace.TracedEvent}), so that the request can point to
 * it before it has happened, on whichever replicas that will be.
 *
 * <p>What must never happen: a value of a query, a token or a body in a trace; a client that decides what is traced.
 */
package app.vstrivia.model.trace;
