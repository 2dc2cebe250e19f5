package app.vstrivia.model.stream;

import app.vstrivia.model.protocol.EventBody;

/** An event that has no seq yet. */
public record NewEvent(StreamId stream, EventBody body) {}
