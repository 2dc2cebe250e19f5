package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.StreamPosition;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.stream.GrantedStreams;
import app.vstrivia.realtime.stream.LiveStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets sessions read streams that a row grants. */
@ApplicationScoped
class Watching {
    private final GrantedStreams streams;
    private final Holding holding;
    private final Following following;

    Watching(GrantedStreams streams, Holding holding, Following following) {
        this.streams = streams;
        this.holding = holding;
        this.following = following;
    }

    /**
     * Continues a stream after {@code from}, or sends a snapshot; false if there is no such stream, or the player may not
     * watch it. What is withdrawn after that question finds the stream among those that the session holds.
     */
    Uni<Boolean> read(Session session, StreamId stream, StreamPosition from) {
        int resets = session.resets();
        Held before = session.held(stream).orElse(null);
        return streams.open(stream, session.player()).chain(opened -> {
            if (opened.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            if (!holding.takeOver(session, before, Held.of(opened.get()))) {
                return Uni.createFrom().item(true);
            }
            return session.resets() == resets ? start(session, opened.get(), from) : read(session, stream, from);
        });
    }

    /** Whether the player may still watch what the session reads. */
    Uni<Boolean> may(Session session, StreamId stream) {
        return streams.isOpenTo(stream, session.player());
    }

    private Uni<Boolean> start(Session session, LiveStream live, StreamPosition from) {
        return following
                .after(session, live, from)
                .chain(continued -> continued ? Uni.createFrom().item(true) : snapshot(session, live))
                .invoke(() -> {
                    if (session.held(live.id()).isEmpty()) {
                        live.unsubscribe(session);
                    }
                });
    }

    private Uni<Boolean> snapshot(Session session, LiveStream live) {
        return streams.snapshot(live).chain(snapshot -> {
            if (session.held(live.id()).isEmpty()) {
                return Uni.createFrom().item(true); // the client was told meanwhile that it ends
            }
            session.send(snapshot);
            return following.from(session, live, snapshot.epoch(), snapshot.seq());
        });
    }
}
