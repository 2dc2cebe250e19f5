package app.vstrivia.realtime.session;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.protocol.StreamPosition;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.match.view.LiveMatches;
import app.vstrivia.realtime.match.view.OwnMatches;
import app.vstrivia.realtime.match.view.OwnStreams;
import app.vstrivia.realtime.match.view.Presence;
import app.vstrivia.realtime.platform.observe.LogKeys;
import app.vstrivia.realtime.stream.LiveStream;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lets sessions read streams: checks that they may, gives them what they missed, and ends it with them. */
@ApplicationScoped
public class Reading {
    private static final Logger LOG = Logger.getLogger(Reading.class);

    private static final int OVER_AFTER_MS = 60_000;

    /** A player is in few matches at a time; of other streams that are watched there may be as many. */
    private static final int MOST_STREAMS = 32;

    private final LiveMatches matches;
    private final OwnStreams ownStreams;
    private final OwnMatches ownMatches;
    private final Watching watching;
    private final Following following;
    private final Holding holding;
    private final Presence presence;
    private final Leaving leaving;
    private final Vertx vertx;

    Reading(
            LiveMatches matches,
            OwnStreams ownStreams,
            OwnMatches ownMatches,
            Watching watching,
            Following following,
            Holding holding,
            Presence presence,
            Leaving leaving,
            Vertx vertx) {
        this.matches = matches;
        this.ownStreams = ownStreams;
        this.ownMatches = ownMatches;
        this.watching = watching;
        this.following = following;
        this.holding = holding;
        this.presence = presence;
        this.leaving = leaving;
        this.vertx = vertx;
    }

    /**
     * Continues a stream after {@code position}, or sends a snapshot where that cannot be.
     *
     * @return false if there is no such thing, or the session may not read it
     */
    public Uni<Boolean> resume(Session session, StreamPosition position) {
        return readOrStop(session, position.stream(), position);
    }

    /** Reads a stream from a snapshot on; false as with {@link #resume}. */
    public Uni<Boolean> join(Session session, StreamId stream) {
        return readOrStop(session, stream, null);
    }

    /** Whether the session reads as many streams as it may, and not this one. */
    public boolean isFull(Session session, StreamId stream) {
        return session.held(stream).isEmpty()
                && session.held().keySet().stream()
                                .filter(held -> held.isGranted() == stream.isGranted())
                                .count()
                        >= MOST_STREAMS;
    }

    /** Reads a stream no more. */
    public void leave(Session session, StreamId stream) {
        stop(session, stream);
    }

    private Uni<Boolean> readOrStop(Session session, StreamId stream, StreamPosition from) {
        return read(session, stream, from)
                .invoke(may -> {
                    if (!may) {
                        stop(session, stream);
                    }
                })
                .onFailure()
                .invoke(failure -> stop(session, stream));
    }

    private Uni<Boolean> read(Session session, StreamId stream, StreamPosition from) {
        if (isFull(session, stream)) {
            return Uni.createFrom().item(false);
        }
        return switch (stream.kind()) {
            case MATCH -> readMatch(session, new MatchId(stream.thing()), from);
            case PLAYER ->
                stream.equals(StreamId.of(session.player()))
                        ? readOwn(session, stream, from)
                        : Uni.createFrom().item(false);
            case IMPORT, PUBLICATION, MEDIA -> watching.read(session, stream, from);
        };
    }

    private Uni<Boolean> readMatch(Session session, MatchId match, StreamPosition from) {
        return matches.enter(match, session.player(), () -> ownStreams.follows(session.player()))
                .chain(entry -> {
                    if (entry == null) {
                        return Uni.createFrom().item(false);
                    }
                    Held own = new Held(entry.live().stream(), entry.live(), entry.role());
                    holding.hold(session, own);
                    if (entry.live().isOver()) {
                        stopSoon(session, own.stream().id());
                    }
                    return arrived(session, own)
                            .chain(() -> following.after(session, own.stream(), from))
                            .chain(continued -> continued ? resultAgain(session, own, from) : start(session, own))
                            .invoke(may -> {
                                if (may) {
                                    settle(session, own, entry.moment());
                                }
                            });
                });
    }

    private Uni<Void> arrived(Session session, Held own) {
        return own.role() == Role.PLAYER && !session.ended()
                ? presence.arrived(own.match().id(), session.player(), session.id())
                : Uni.createFrom().voidItem();
    }

    /** A snapshot, and what follows on it. */
    private Uni<Boolean> start(Session session, Held own) {
        return matches.start(own.match(), session.player()).chain(start -> {
            if (start == null) {
                return Uni.createFrom().item(false);
            }
            session.send(start.snapshot());
            return following
                    .from(
                            session,
                            own.stream(),
                            start.snapshot().epoch(),
                            start.snapshot().seq())
                    .invoke(() -> {
                        if (start.result() != null) {
                            session.send(start.result());
                        }
                    });
        });
    }

    /** Who was away at a reveal gets the own result as well; that it cannot be read is no reason to read nothing. */
    private Uni<Boolean> resultAgain(Session session, Held own, StreamPosition from) {
        return own.role() != Role.PLAYER
                ? Uni.createFrom().item(true)
                : matches.resultAgain(own.match(), session.player(), from.seq())
                        .invoke(result -> {
                            if (result != null) {
                                session.send(result);
                            }
                        })
                        .onFailure()
                        .invoke(failure -> LogKeys.with(
                                Map.of(LogKeys.MATCH, own.match().id(), LogKeys.PLAYER, session.player()),
                                () -> LOG.warnf("a result was not told again: %s", failure.getMessage())))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWith(true);
    }

    /** What happened to the session or to its player while the match was being read takes effect now. */
    private void settle(Session session, Held own, long moment) {
        if (session.ended()) {
            own.stream().unsubscribe(session);
            leaving.soon(session, own, () -> {});
        } else if (own.role() == Role.PLAYER && own.match().hasLeftSince(session.player(), moment)) {
            again(session, own.stream().id());
        }
    }

    private Uni<Boolean> readOwn(Session session, StreamId stream, StreamPosition from) {
        Optional<LiveStream> inMemory = ownStreams.held(session.player());
        if (inMemory.isPresent()) {
            return readOwn(session, inMemory.get(), from, null);
        }
        return ownMatches
                .start(session.player())
                .chain(start -> start.isEmpty()
                        ? Uni.createFrom().item(false)
                        : readOwn(
                                session,
                                ownStreams.open(session.player(), start.get().head()),
                                from,
                                start.get()));
    }

    private Uni<Boolean> readOwn(Session session, LiveStream live, StreamPosition from, OwnMatches.Start start) {
        holding.hold(session, Held.of(live));
        return following
                .after(session, live, from)
                .chain(continued -> continued ? Uni.createFrom().item(true) : ownSnapshot(session, live, start))
                .invoke(() -> {
                    if (session.ended()) {
                        live.unsubscribe(session);
                    }
                    // What was withdrawn while the own stream was not followed has told nobody.
                    session.held().keySet().stream()
                            .filter(StreamId::isGranted)
                            .forEach(granted -> endUnlessMay(session, granted, watching.may(session, granted)));
                });
    }

    /** @param start null if it has not been read yet */
    private Uni<Boolean> ownSnapshot(Session session, LiveStream live, OwnMatches.Start start) {
        Uni<OwnMatches.Start> read = start == null
                ? ownMatches.start(session.player()).map(Optional::orElseThrow)
                : Uni.createFrom().item(start);
        return read.chain(own -> {
            long epoch = own.head().epoch();
            long seq = own.head().seq();
            session.send(new ServerMessage.Snapshot(live.id(), epoch, seq, own.snapshot()));
            return following.from(session, live, epoch, seq);
        });
    }

    /** What was read of the stream is void: from a snapshot again, if the session still reads it and may. */
    void again(Session session, StreamId stream) {
        if (session.held(stream).isEmpty()) {
            return;
        }
        endUnlessMay(session, stream, read(session, stream, null));
    }

    private void endUnlessMay(Session session, StreamId stream, Uni<Boolean> asked) {
        asked.subscribe()
                .with(
                        may -> {
                            if (!may && stop(session, stream)) {
                                session.send(
                                        stream.isGranted()
                                                ? new ServerMessage.Unwatched(stream)
                                                : new ServerMessage.Error(
                                                        ErrorCode.FORBIDDEN, "no longer part of " + stream, null));
                            }
                        },
                        failure -> {
                            LogKeys.with(
                                    Map.of(LogKeys.STREAM, stream, LogKeys.PLAYER, session.player()),
                                    () -> LOG.warnf("%s could not be read again: %s", stream, failure.getMessage()));
                            session.close(CloseCode.OVERLOADED);
                        });
    }

    /** A match that is over is held for a little while, for those who come back right now. */
    void stopSoon(Session session, StreamId stream) {
        vertx.setTimer(OVER_AFTER_MS, timer -> stop(session, stream));
    }

    /** Whether the session had read it. */
    private boolean stop(Session session, StreamId stream) {
        Held held = session.held().remove(stream);
        if (held == null) {
            return false;
        }
        holding.letGo(session, held);
        leaving.now(session, held);
        return true;
    }

    /** The socket is gone: soon nobody waits for its player any more, unless a newer one speaks for the player. */
    void ended(Session session) {
        session.end();
        session.held().values().forEach(held -> {
            if (session.held().remove(held.stream().id(), held)) {
                held.stream().unsubscribe(session);
                leaving.soon(session, held, () -> holding.release(held));
            }
        });
    }
}
