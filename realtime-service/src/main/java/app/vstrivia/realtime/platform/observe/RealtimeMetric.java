package app.vstrivia.realtime.platform.observe;

import app.vstrivia.model.observe.Figure;
import app.vstrivia.model.observe.Metric;

/** What this service counts beside what both do. */
public enum RealtimeMetric implements Metric {
    SOCKETS_OPEN(Figure.gauge("trivia.sockets.open", "sockets", "Sockets of this replica at the moment.")),
    SOCKETS_OPENED(Figure.counter("trivia.sockets.opened", "sockets", "Sockets that were let in.")),
    SOCKETS_CLOSED(Figure.counter(
            "trivia.sockets.closed",
            "sockets",
            "Sockets that ended: the close code's name if we closed it, peer if the client did, broken if the connection"
                    + " ended by itself.",
            "reason")),
    UPGRADES_REFUSED(Figure.counter(
            "trivia.upgrades.refused",
            "upgrades",
            "Players who were told to come again: rate (too many at once), full, draining (the replica is left), starting (it"
                    + " does not know yet how tokens are signed, or whose access was revoked).",
            "reason")),
    FRAMES_SENT(Figure.counter("trivia.frames.sent", "frames", "Frames that were written to sockets.")),
    FRAMES_DROPPED(Figure.counter(
            "trivia.frames.dropped",
            "frames",
            "Frames that were not: outdated (a newer one took its place), too-much-waits (the client takes nothing, and was"
                    + " cut off), closed (the socket was closing).",
            "reason")),
    ROUNDS_LATE(Figure.timer(
            "trivia.rounds.late",
            "From the moment when a round was due to be opened or revealed to the commit of that and its being handed to the"
                    + " sockets of the replica that did it; other replicas get a wake-up then.",
            "step")),
    NOTICES_LOST(Figure.counter(
            "trivia.notices.lost",
            "notices",
            "What could not be told to other replicas over Valkey: wake-up, serving, device, announcement.",
            "what"));

    private final Figure figure;

    RealtimeMetric(Figure figure) {
        this.figure = figure;
    }

    @Override
    public Figure figure() {
        return figure;
    }
}
