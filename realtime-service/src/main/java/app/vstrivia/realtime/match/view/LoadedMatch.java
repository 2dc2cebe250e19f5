package app.vstrivia.realtime.match.view;

import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.stream.StreamHead;

/** A snapshot, the position in the stream that it belongs to, and when the phase ends (ms, null: not by itself). */
public record LoadedMatch(MatchSnapshot snapshot, StreamHead head, Long phaseEndsAt) {}
