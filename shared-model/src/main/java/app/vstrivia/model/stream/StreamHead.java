package app.vstrivia.model.stream;

/** The last seq of a stream. */
public record StreamHead(StreamId stream, long epoch, long seq) {}
