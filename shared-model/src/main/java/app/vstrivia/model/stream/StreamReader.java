package app.vstrivia.model.stream;

import app.vstrivia.model.id.PlayerId;

/** A player and a stream that this player may watch, or wants to. */
public record StreamReader(StreamId stream, PlayerId player) {}
