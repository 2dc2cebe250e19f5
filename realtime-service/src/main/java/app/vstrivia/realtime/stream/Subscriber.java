package app.vstrivia.realtime.stream;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.wire.Wire;

/** Somebody with a socket who reads streams. Calls come from any thread, those for one stream one after another. */
public interface Subscriber {
    /** Whose socket it is. */
    PlayerId player();

    /** Where its frames go. */
    Wire wire();

    /** The stream began anew (a restored database): what was read of it is void, a snapshot is needed. */
    void reset(StreamId stream);

    /** Nothing will ever follow on the stream. */
    void over(StreamId stream);
}
