/**
 * Traces, by OpenTelemetry: from a request, or a message of a socket, through its queries and the events that it appends to the
 * sockets that they are written to. Without {@code trivia.traces.endpoint} nothing of it is there: Vert.x gets no tracer, so that
 * requests and queries do not even ask whether they are traced. (The extension of Quarkus puts itself into Vert.x's measuring when
 * it is built in, whether it is on or off.)
 *
 * <p>Wake-ups carry the ids of the span that appended an event, if there is one ({@link app.vstrivia.model.trace.Origin}); what
 * clients get carries nothing. Deliveries of an event whose wake-up said none have a trace of their own, with ids that follow from
 * the event's ({@link app.vstrivia.model.trace.TracedEvent}), so that all replicas mean the same one.
 *
 * <p>What must never happen: a value of a query, a token or a body in a trace; a client that decides what is traced; a span for
 * each socket of a stream.
 */
package app.vstrivia.model.trace;
