package app.vstrivia.model.protocol;

import app.vstrivia.model.stream.StreamId;

/** How far somebody has read a stream: everything up to and including {@code seq} of {@code epoch}. */
public record StreamPosition(StreamId stream, long epoch, long seq) {
    public StreamPosition {
        if (stream == null || epoch < 0 || seq < 0) {
            throw new IllegalArgumentException("a position needs a stream, an epoch and a seq");
        }
    }
}
