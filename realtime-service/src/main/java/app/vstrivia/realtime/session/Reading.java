package app.vstrivia.realtime.session;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.protocol.StreamPosition;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.match.clock.EarlySeal;
import app.vstrivia.realtime.match.view.LiveMatch;
import app.vstrivia.realtime.match.view.LiveMatches;
import app.vstrivia.realtime.match.view.LoadedMatch;
import app.vstrivia.realtime.match.view.OwnMatches;
import app.vstrivia.realtime.match.view.Presence;
import app.vstrivia.realtime.stream.LiveStream;
import app.vstrivia.realtime.stream.NoSuchStream;
import app.vstrivia.realtime.stream.StreamHub;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets sessions read streams: checks that they may, gives them what they missed, and ends it with them. */
@ApplicationScoped
public class Reading {
    private static final Logger LOG = Logger.getLogger(Reading.class);

    private static final int OVER_AFTER_MS = 60_000;

    private final StreamHub hub;
    private final LiveMatches matches;
    private final OwnMatches ownMatches;
    private final Presence presence;
    private final EarlySeal earlySeal;
    private final Vertx vertx;

    Reading(
            StreamHub hub,
            LiveMatches matches,
            OwnMatches ownMatches,
            Presence presence,
            EarlySeal earlySeal,
            Vertx vertx) {
        this.hub = hub;
        this.matches = matches;
        this.ownMatches = ownMatches;
        this.presence = presence;
        this.earlySeal = earlySeal;
        this.vertx = vertx;
    }

    /**
     * Continues a stream after {@code position}, or sends a snapshot where that cannot be.
     *
     * @return false if there is no such thing, or the session may not read it
     */
    public Uni<Boolean> resume(Session session, StreamPosition position) {
        return read(session, position.stream(), position);
    }

    /** Reads a stream from a snapshot on; false as with {@link #resume}. */
    public Uni<Boolean> join(Session session, StreamId stream) {
        return read(session, stream, null);
    }

    private Uni<Boolean> read(Session session, StreamId stream, StreamPosition from) {
        return switch (stream.kind()) {
            case MATCH -> readMatch(session, new MatchId(stream.thing()), from);
            case PLAYER ->
                stream.equals(StreamId.of(session.player()))
                        ? readOwn(session, stream, from)
                        : Uni.createFrom().item(false);
        };
    }

    private Uni<Boolean> readMatch(Session session, MatchId match, StreamPosition from) {
        return matches.see(match, session.player()).chain(seen -> {
            if (seen == null) {
                return Uni.createFrom().item(false);
            }
            LiveMatch live = seen.live();
            Role role = seen.loaded().snapshot().you().role();
            Held own = new Held(live.stream(), live, role);
            hold(session, own);
            return arrived(session, own)
                    .chain(() -> continued(session, own.stream(), from))
                    .chain(continued -> continued ? Uni.createFrom().item(true) : snapshot(session, own, seen.loaded()))
                    .invoke(() -> settle(session, own));
        });
    }

    private Uni<Void> arrived(Session session, Held own) {
        return own.role() == Role.PLAYER
                ? presence.arrived(own.match().id(), session.player(), session.id())
                : Uni.createFrom().voidItem();
    }

    private Uni<Boolean> snapshot(Session session, Held own, LoadedMatch loaded) {
        long epoch = loaded.head().epoch();
        long seq = loaded.head().seq();
        session.send(new ServerMessage.Snapshot(own.stream().id(), epoch, seq, loaded.snapshot()));
        return follow(session, own.stream(), epoch, seq);
    }

    /** What happened to the session or to its player while the match was being read takes effect now. */
    private void settle(Session session, Held own) {
        if (session.ended()) {
            own.stream().unsubscribe(session);
            leave(session, own);
        } else if (own.role() == Role.PLAYER && own.match().hasLeft(session.player())) {
            again(session, own.stream().id());
        }
    }

    private Uni<Boolean> readOwn(Session session, StreamId stream, StreamPosition from) {
        return hub.open(stream)
                .chain(live -> {
                    hold(session, Held.of(live));
                    return continued(session, live, from)
                            .chain(continued -> continued ? Uni.createFrom().item(true) : ownSnapshot(session, live))
                            .invoke(() -> {
                                if (session.ended()) {
                                    live.unsubscribe(session);
                                }
                            });
                })
                .replaceWith(true)
                .onFailure(NoSuchStream.class)
                .recoverWithItem(false);
    }

    private Uni<Boolean> ownSnapshot(Session session, LiveStream live) {
        return ownMatches.start(session.player()).chain(start -> {
            long epoch = start.head().epoch();
            long seq = start.head().seq();
            session.send(new ServerMessage.Snapshot(live.id(), epoch, seq, start.snapshot()));
            return follow(session, live, epoch, seq);
        });
    }

    private Uni<Boolean> continued(Session session, LiveStream stream, StreamPosition from) {
        return from == null ? Uni.createFrom().item(false) : hub.resume(stream, session, from.epoch(), from.seq());
    }

    /** A stream that began anew between its snapshot and this moment: the client comes back and reads it again. */
    private Uni<Boolean> follow(Session session, LiveStream stream, long epoch, long seq) {
        return hub.follow(stream, session, epoch, seq).invoke(follows -> {
            if (!follows) {
                session.close(CloseCode.OVERLOADED);
            }
        });
    }

    /** Notes what the session reads, in place of what it read of the same stream before. */
    private void hold(Session session, Held held) {
        Held before = session.held().put(held.stream().id(), held);
        if (before != null) {
            letGo(session, before);
        }
        if (session.ended() && session.held().remove(held.stream().id(), held)) {
            letGo(session, held);
        }
    }

    private void letGo(Session session, Held held) {
        held.stream().unsubscribe(session);
        if (held.match() == null) {
            hub.release(held.stream());
        } else {
            matches.release(held.match());
        }
    }

    /** What was read of the stream is void: from a snapshot again, if the session still may. */
    void again(Session session, StreamId stream) {
        join(session, stream)
                .subscribe()
                .with(
                        may -> {
                            if (!may) {
                                stop(session, stream);
                                session.send(new ServerMessage.Error(
                                        ErrorCode.FORBIDDEN, "no longer part of " + stream, null));
                            }
                        },
                        failure -> {
                            LOG.warnf("%s could not be read again: %s", stream, failure.getMessage());
                            session.close(CloseCode.OVERLOADED);
                        });
    }

    /** A match that is over is held for a little while, for those who come back right now. */
    void stopSoon(Session session, StreamId stream) {
        vertx.setTimer(OVER_AFTER_MS, timer -> stop(session, stream));
    }

    private void stop(Session session, StreamId stream) {
        Held held = session.held().remove(stream);
        if (held != null) {
            letGo(session, held);
        }
    }

    /** The socket is gone: nobody waits for its player any more, unless a newer one speaks for the player. */
    void ended(Session session) {
        session.end();
        session.held().values().forEach(held -> {
            if (session.held().remove(held.stream().id(), held)) {
                letGo(session, held);
                leave(session, held);
            }
        });
    }

    private void leave(Session session, Held held) {
        if (held.role() == Role.PLAYER) {
            gone(session, held.match());
        }
    }

    private void gone(Session session, LiveMatch match) {
        presence.gone(match.id(), session.player(), session.id())
                .subscribe()
                .with(
                        done -> match.open()
                                .ifPresent(round -> earlySeal.check(new RoundKey(match.id(), round.round()))),
                        failure -> LOG.warnf("a player's going was not noted: %s", failure.getMessage()));
    }
}
