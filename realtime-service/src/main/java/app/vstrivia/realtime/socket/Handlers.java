package app.vstrivia.realtime.socket;

import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.protocol.StreamPosition;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.match.answer.AnswerDesk;
import app.vstrivia.realtime.platform.time.DatabaseClock;
import app.vstrivia.realtime.session.Held;
import app.vstrivia.realtime.session.Reading;
import app.vstrivia.realtime.session.Session;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** What each message leads to. */
@ApplicationScoped
class Handlers {
    /** How often a client should send a heartbeat, in ms. */
    static final int HEARTBEAT_MS = 25_000;

    private static final Logger LOG = Logger.getLogger(Handlers.class);

    private final Reading reading;
    private final AnswerDesk answers;
    private final DatabaseClock clock;

    Handlers(Reading reading, AnswerDesk answers, DatabaseClock clock) {
        this.reading = reading;
        this.answers = answers;
        this.clock = clock;
    }

    Uni<Void> handle(Session session, ClientMessage message, Refusal refusal) {
        if (message instanceof ClientMessage.Hello) {
            return hello(session, (ClientMessage.Hello) message);
        }
        if (message instanceof ClientMessage.Join) {
            return join(session, (ClientMessage.Join) message, refusal);
        }
        if (message instanceof ClientMessage.Answer) {
            return answer(session, (ClientMessage.Answer) message, refusal);
        }
        if (message instanceof ClientMessage.Resume) {
            return resume(session, (ClientMessage.Resume) message, refusal);
        }
        if (message instanceof ClientMessage.Ping) {
            session.send(new ServerMessage.Pong(((ClientMessage.Ping) message).body()));
            return Uni.createFrom().voidItem();
        }
        if (message instanceof ClientMessage.Heartbeat) {
            return heartbeat(session, (ClientMessage.Heartbeat) message, refusal);
        }
        return refusal.refuse(ErrorCode.UNAVAILABLE, "not yet", null);
    }

    /** The own stream is read without being asked for, from its end if the client does not know it yet. */
    private Uni<Void> hello(Session session, ClientMessage.Hello hello) {
        session.greet();
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
                .invoke(() -> session.send(new ServerMessage.Resumed()))
                .replaceWithVoid();
    }

    private Uni<Boolean> read(Session session, StreamId stream, StreamPosition from) {
        Uni<Boolean> read = from == null ? reading.join(session, stream) : reading.resume(session, from);
        return read.invoke(may -> {
            if (!may && from != null) {
                session.send(new ServerMessage.Error(ErrorCode.NOT_FOUND, "no " + stream + " for you", null));
            }
        });
    }

    private Uni<Void> join(Session session, ClientMessage.Join join, Refusal refusal) {
        return reading.join(session, StreamId.of(join.match()))
                .chain(may -> may
                        ? Uni.createFrom().voidItem()
                        : refusal.refuse(ErrorCode.NOT_FOUND, "no such match for you", join.id()));
    }

    private Uni<Void> resume(Session session, ClientMessage.Resume resume, Refusal refusal) {
        StreamPosition from = new StreamPosition(resume.stream(), resume.epoch(), resume.seq());
        return reading.resume(session, from)
                .chain(may -> may
                        ? Uni.createFrom().voidItem()
                        : refusal.refuse(ErrorCode.NOT_FOUND, "no " + resume.stream() + " for you", null));
    }

    /** The next message is not kept waiting for the commit of this one. */
    private Uni<Void> answer(Session session, ClientMessage.Answer answer, Refusal refusal) {
        long receivedAt = clock.now();
        Held held = session.held(StreamId.of(answer.match())).orElse(null);
        if (held == null) {
            return refusal.refuse(ErrorCode.OUT_OF_PHASE, "join the match first", answer.id());
        }
        if (held.role() != Role.PLAYER) {
            return refusal.refuse(ErrorCode.FORBIDDEN, "only players answer", answer.id());
        }
        answers.take(held.match(), session.player(), answer, session.creditMs(), receivedAt)
                .subscribe()
                .with(session::send, failure -> {
                    LOG.warnf("an answer was not taken: %s", failure.getMessage());
                    session.send(new ServerMessage.Error(ErrorCode.UNAVAILABLE, "send it again", answer.id()));
                });
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> heartbeat(Session session, ClientMessage.Heartbeat heartbeat, Refusal refusal) {
        session.send(new ServerMessage.Heartbeat(clock.now(), heartbeat.sent()));
        session.ping();
        return Multi.createFrom()
                .iterable(heartbeat.streams())
                .filter(position -> isBehind(session, position))
                .onItem()
                .transformToUniAndConcatenate(position -> resume(
                        session,
                        new ClientMessage.Resume(position.stream(), position.epoch(), position.seq()),
                        refusal))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Whether the client lacks what had been sent before its heartbeat of last time; what was sent since may be on its
     * way still.
     */
    private static boolean isBehind(Session session, StreamPosition position) {
        return session.held(position.stream())
                .map(held -> held.stream().epoch() != position.epoch()
                        || position.seq()
                                < session.seqAtLastBeat(
                                        position.stream(), held.stream().seq()))
                .orElse(true);
    }
}
