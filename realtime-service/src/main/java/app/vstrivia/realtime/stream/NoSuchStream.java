package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.StreamId;

/** Nothing was ever written about this thing. */
public final class NoSuchStream extends RuntimeException {
    NoSuchStream(StreamId id) {
        super(id.toString(), null, false, false);
    }
}
