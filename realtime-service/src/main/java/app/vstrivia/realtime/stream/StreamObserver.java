package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.StreamEvent;

/** Follows a stream to keep a state in memory: sees each event once, in order, before and after the subscribers do. */
public interface StreamObserver {
    /** For streams that nobody has to follow. */
    StreamObserver NONE = new StreamObserver() {};

    default void beforeDelivery(StreamEvent event) {}

    default void afterDelivery(LiveStream stream, StreamEvent event) {}
}
