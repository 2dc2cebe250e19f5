package app.vstrivia.realtime.socket;

import app.vstrivia.model.match.AnswerFigures;
import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.protocol.StreamPosition;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.trace.TracedWork;
import app.vstrivia.realtime.match.answer.AnswerDesk;
import app.vstrivia.realtime.match.view.Announcements;
import app.vstrivia.realtime.platform.observe.LogKeys;
import app.vstrivia.realtime.platform.time.DatabaseClock;
import app.vstrivia.realtime.session.Held;
import app.vstrivia.realtime.session.Reading;
import app.vstrivia.realtime.session.Session;
import app.vstrivia.realtime.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** What each message leads to. */
@ApplicationScoped
class Handlers {
    /** The message has been dealt with; this very object, so that nobody has to subscribe to find out. */
    static final Uni<Void> DONE = Uni.createFrom().voidItem();

    /** How often a client should send a heartbeat, in ms. */
    static final int HEARTBEAT_MS = 25_000;

    private static final Logger LOG = Logger.getLogger(Handlers.class);

    private final Sessions sessions;
    private final Reading reading;
    private final AnswerDesk answers;
    private final AnswerFigures figures;
    private final Announcements announcements;
    private final Renewal renewal;
    private final DatabaseClock clock;
    private final TracedWork traced;

    Handlers(
            Sessions sessions,
            Reading reading,
            AnswerDesk answers,
            AnswerFigures figures,
            Announcements announcements,
            Renewal renewal,
            DatabaseClock clock,
            TracedWork traced) {
        this.sessions = sessions;
        this.reading = reading;
        this.answers = answers;
        this.figures = figures;
        this.announcements = announcements;
        this.renewal = renewal;
        this.clock = clock;
        this.traced = traced;
    }

    /** Completes when the next message may be dealt with. */
    Uni<Void> handle(Conversation with, ClientMessage message) {
        if (message instanceof ClientMessage.Answer) {
            return answer(with, (ClientMessage.Answer) message);
        }
        if (message instanceof ClientMessage.Heartbeat || message instanceof ClientMessage.Ping) {
            return handleUntraced(with, message);
        }
        TracedWork.Work work = traced.begin(message.getClass().getSimpleName());
        return work == null ? handleUntraced(with, message) : work.run(() -> handleUntraced(with, message));
    }

    private Uni<Void> handleUntraced(Conversation with, ClientMessage message) {
        if (message instanceof ClientMessage.Heartbeat) {
            return heartbeat(with, (ClientMessage.Heartbeat) message);
        }
        if (message instanceof ClientMessage.Ping) {
            with.session().send(new ServerMessage.Pong(((ClientMessage.Ping) message).body()));
            return DONE;
        }
        if (message instanceof ClientMessage.Announce) {
            return announce(with, (ClientMessage.Announce) message);
        }
        if (message instanceof ClientMessage.Join) {
            return join(with, (ClientMessage.Join) message);
        }
        if (message instanceof ClientMessage.Resume) {
            return resume(with, (ClientMessage.Resume) message);
        }
        if (message instanceof ClientMessage.Watch) {
            return watch(with, (ClientMessage.Watch) message);
        }
        if (message instanceof ClientMessage.Unwatch) {
            return unwatch(with, (ClientMessage.Unwatch) message);
        }
        return message instanceof ClientMessage.Renew
                ? renewal.renew(with, (ClientMessage.Renew) message)
                : hello(with.session(), (ClientMessage.Hello) message);
    }

    /** The own stream is read without being asked for, from its end if the client does not know it yet. */
    private Uni<Void> hello(Session session, ClientMessage.Hello hello) {
        sessions.greet(session);
        session.send(new ServerMessage.Welcome(
                session.id().toString(), session.player(), clock.now(), HEARTBEAT_MS, session.expires()));
        session.ping();
        StreamId own = StreamId.of(session.player());
        Map<StreamId, StreamPosition> wanted = new LinkedHashMap<>();
        wanted.put(own, null);
        hello.resume().forEach(position -> wanted.put(position.stream(), position));
        return Multi.createFrom()
                .iterable(wanted.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> read(session, entry.getKey(), entry.getValue()))
                .collect()
                .last()
                .invoke(() -> {
                    session.send(new ServerMessage.Resumed());
                    sessions.settle(session);
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> read(Session session, StreamId stream, StreamPosition from) {
        Uni<Boolean> read = from == null ? reading.join(session, stream) : reading.resume(session, from);
        return read.invoke(may -> {
            if (!may && from != null) {
                session.send(new ServerMessage.Error(ErrorCode.NOT_FOUND, "no " + stream + " for you", null));
                if (stream.isGranted()) {
                    session.send(new ServerMessage.Unwatched(stream));
                }
            }
        });
    }

    private Uni<Void> join(Conversation with, ClientMessage.Join join) {
        if (!with.mayRead()) {
            return with.refuse(ErrorCode.TOO_MANY, "slow down", join.id());
        }
        return reading.join(with.session(), StreamId.of(join.match()))
                .chain(may -> may ? DONE : with.refuse(ErrorCode.NOT_FOUND, "no such match for you", join.id()));
    }

    /** Whether there is such a stream is not told. */
    private Uni<Void> watch(Conversation with, ClientMessage.Watch watch) {
        if (!with.mayRead()) {
            return with.refuse(ErrorCode.TOO_MANY, "slow down", watch.id());
        }
        if (reading.isFull(with.session(), watch.stream())) {
            return with.refuse(ErrorCode.TOO_MANY, "unwatch another stream first", watch.id());
        }
        return reading.join(with.session(), watch.stream())
                .chain(may -> may ? DONE : with.refuse(ErrorCode.NOT_FOUND, "no such stream for you", watch.id()));
    }

    /** The own stream stays: it tells when another one may not be read any more. */
    private Uni<Void> unwatch(Conversation with, ClientMessage.Unwatch unwatch) {
        Session session = with.session();
        if (unwatch.stream().equals(StreamId.of(session.player()))) {
            return with.refuse(ErrorCode.FORBIDDEN, "the own stream is always read", null);
        }
        reading.leave(session, unwatch.stream());
        session.send(new ServerMessage.Unwatched(unwatch.stream()));
        return DONE;
    }

    private Uni<Void> resume(Conversation with, ClientMessage.Resume resume) {
        if (!with.mayRead()) {
            return with.refuse(ErrorCode.TOO_MANY, "slow down", null);
        }
        StreamPosition from = new StreamPosition(resume.stream(), resume.epoch(), resume.seq());
        return reading.resume(with.session(), from).chain(may -> {
            if (may) {
                return DONE;
            }
            with.refuse(ErrorCode.NOT_FOUND, "no " + resume.stream() + " for you", null);
            if (resume.stream().isGranted()) {
                with.session().send(new ServerMessage.Unwatched(resume.stream()));
            }
            return DONE;
        });
    }

    /** The next message is not kept waiting for the commit of this one. */
    private Uni<Void> answer(Conversation with, ClientMessage.Answer answer) {
        long began = System.nanoTime();
        long receivedAt = clock.now();
        Session session = with.session();
        Held held = session.held(StreamId.of(answer.match())).orElse(null);
        if (held == null) {
            figures.refused(ErrorCode.OUT_OF_PHASE, began);
            return with.refuse(ErrorCode.OUT_OF_PHASE, "join the match first", answer.id());
        }
        if (held.role() != Role.PLAYER) {
            figures.refused(ErrorCode.FORBIDDEN, began);
            return with.refuse(ErrorCode.FORBIDDEN, "only players answer", answer.id());
        }
        TracedWork.Work work = traced.begin("Answer");
        Uni<ServerMessage.Ack> taken =
                answers.take(held.match(), session.player(), answer, session.creditMs(), receivedAt);
        (work == null ? taken : work.about(LogKeys.MATCH, answer.match()).run(() -> taken))
                .subscribe()
                .with(
                        ack -> {
                            session.send(ack);
                            figures.acked(ack.status(), ack.code(), began);
                        },
                        failure -> {
                            figures.failed(began);
                            PassingTrouble.log(
                                    LOG,
                                    Map.of(LogKeys.MATCH, answer.match(), LogKeys.PLAYER, session.player()),
                                    "an answer was not taken",
                                    failure);
                            session.send(new ServerMessage.Error(ErrorCode.UNAVAILABLE, "send it again", answer.id()));
                        });
        return DONE;
    }

    private Uni<Void> announce(Conversation with, ClientMessage.Announce announce) {
        Held held = with.session().held(StreamId.of(announce.match())).orElse(null);
        if (held == null) {
            return with.refuse(ErrorCode.OUT_OF_PHASE, "join the match first", announce.id());
        }
        if (held.role() != Role.HOST) {
            return with.refuse(ErrorCode.FORBIDDEN, "only the host announces", announce.id());
        }
        if (!with.mayAnnounce()) {
            return with.refuse(ErrorCode.TOO_MANY, "slow down", announce.id());
        }
        announcements.announce(held.match(), announce.text());
        return DONE;
    }

    private Uni<Void> heartbeat(Conversation with, ClientMessage.Heartbeat heartbeat) {
        Session session = with.session();
        session.send(new ServerMessage.Heartbeat(clock.now(), heartbeat.sent()));
        if (session.plays()) {
            session.ping();
        }
        List<StreamPosition> behind = behind(session, heartbeat.streams());
        return behind.isEmpty() ? DONE : bringUp(with, behind);
    }

    /** A stream that is named twice counts once. In loops, since most of what is heard are heartbeats. */
    private static List<StreamPosition> behind(Session session, List<StreamPosition> told) {
        Set<StreamId> seen = told.size() > 1 ? new HashSet<>() : null;
        List<StreamPosition> behind = List.of();
        for (StreamPosition position : told) {
            if ((seen == null || seen.add(position.stream())) && isBehind(session, position)) {
                behind = behind.isEmpty() ? new ArrayList<>() : behind;
                behind.add(position);
            }
        }
        return behind;
    }

    private Uni<Void> bringUp(Conversation with, List<StreamPosition> behind) {
        return Multi.createFrom()
                .iterable(behind)
                .onItem()
                .transformToUniAndConcatenate(position ->
                        resume(with, new ClientMessage.Resume(position.stream(), position.epoch(), position.seq())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Whether the client lacks what had been sent before its heartbeat of last time; what was sent since may be on its
     * way still.
     */
    private static boolean isBehind(Session session, StreamPosition position) {
        Held held = session.held(position.stream()).orElse(null);
        return held == null || held.stream().epoch() != position.epoch() || position.seq() < held.noteBeat();
    }
}
