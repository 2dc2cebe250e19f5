package app.vstrivia.realtime.socket;

import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.realtime.platform.observe.LogKeys;
import app.vstrivia.realtime.session.Session;
import app.vstrivia.realtime.session.Sessions;
import app.vstrivia.realtime.wire.WireListener;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jboss.logging.Logger;

/** What one connection says: counted, decoded, and dealt with in the order in which it was said. */
final class Conversation implements WireListener {
    /** The longest message that is read, in characters. */
    static final int MAX_LENGTH = 4_096;

    private static final Logger LOG = Logger.getLogger(Conversation.class);
    private static final int EXCESSES_AT_ONCE = 40;
    private static final int ERRORS_AT_ONCE = 16;
    private static final double ERRORS_PER_SECOND = 0.2;
    private static final int READS_AT_ONCE = 32;
    private static final double READS_PER_SECOND = 1;

    private final Handlers handlers;
    private final Sessions sessions;
    private final SocketLimits limits;
    private final Allowance messages;
    private final Allowance excesses = new Allowance(EXCESSES_AT_ONCE, 1, System.nanoTime());
    private final Allowance errors = new Allowance(ERRORS_AT_ONCE, ERRORS_PER_SECOND, System.nanoTime());
    private Allowance announcements;
    private Allowance reads;
    private Session session;
    private boolean busy;
    /** What was said while something was still being dealt with; null while nothing was. */
    private Queue<byte[]> waiting;

    Conversation(Handlers handlers, Sessions sessions, SocketLimits limits) {
        this.handlers = handlers;
        this.sessions = sessions;
        this.limits = limits;
        this.messages = new Allowance(limits.messagesAtOnce(), limits.messagesPerSecond(), System.nanoTime());
    }

    /** Whose conversation it is; without it nothing that is said is dealt with. */
    void begin(Session who) {
        session = who;
    }

    Session session() {
        return session;
    }

    /** Whether one more announcement may be made. */
    boolean mayAnnounce() {
        if (announcements == null) {
            announcements =
                    new Allowance(limits.announcementsAtOnce(), limits.announcementsPerSecond(), System.nanoTime());
        }
        return announcements.take(System.nanoTime());
    }

    /** Whether one more stream may be read from somewhere on: that sends much for a short message. */
    boolean mayRead() {
        if (reads == null) {
            reads = new Allowance(READS_AT_ONCE, READS_PER_SECOND, System.nanoTime());
        }
        return reads.take(System.nanoTime());
    }

    @Override
    public void heard(byte[] message) {
        if (session == null) {
            return;
        }
        if (!messages.take(System.nanoTime())) {
            tooMany();
        } else if (busy) {
            wait(message);
        } else {
            take(message);
        }
    }

    /** Bounded by the allowance, unless something takes very long. */
    private void wait(byte[] message) {
        if (waiting == null) {
            waiting = new ArrayDeque<>(4);
        }
        if (waiting.size() > limits.messagesAtOnce()) {
            session.close(CloseCode.TOO_MANY_MESSAGES);
        } else {
            waiting.add(message);
        }
    }

    private void take(byte[] message) {
        Uni<Void> taken = dealWith(message);
        if (taken == Handlers.DONE) {
            return;
        }
        busy = true;
        taken.subscribe().with(done -> session.wire().later(this::next), failure -> {
            LogKeys.with(LogKeys.PLAYER, session.player(), () -> LOG.errorf(failure, "a message was not dealt with"));
            session.close(CloseCode.OVERLOADED);
        });
    }

    private void next() {
        busy = false;
        while (!busy && waiting != null) {
            byte[] message = waiting.poll();
            if (message == null) {
                waiting = null;
            } else {
                take(message);
            }
        }
    }

    /** Never fails. */
    private Uni<Void> dealWith(byte[] text) {
        if (isTooLong(text)) {
            return refuse(ErrorCode.TOO_LARGE, "a message has at most " + MAX_LENGTH + " characters", null);
        }
        ClientMessage message;
        try {
            message = ProtocolCodec.decode(text);
        } catch (ProtocolCodec.Undecodable e) {
            return refuse(e.code(), "not a message of trivia.v1", null);
        }
        boolean hello = message instanceof ClientMessage.Hello;
        if (hello == session.greeted()) {
            return refuse(ErrorCode.OUT_OF_PHASE, hello ? "hello was said" : "say hello first", idOf(message));
        }
        try {
            Uni<Void> handled = handlers.handle(this, message);
            return handled == Handlers.DONE
                    ? handled
                    : handled.onFailure().recoverWithUni(failure -> failed(message, failure));
        } catch (RuntimeException e) {
            return failed(message, e);
        }
    }

    private static boolean isTooLong(byte[] text) {
        return text.length > MAX_LENGTH && new String(text, StandardCharsets.UTF_8).length() > MAX_LENGTH;
    }

    private Uni<Void> failed(ClientMessage message, Throwable failure) {
        PassingTrouble.log(
                LOG,
                Map.of(LogKeys.PLAYER, session.player()),
                message.getClass().getSimpleName(),
                failure);
        boolean reads = message instanceof ClientMessage.Hello
                || message instanceof ClientMessage.Join
                || message instanceof ClientMessage.Resume
                || message instanceof ClientMessage.Heartbeat
                || message instanceof ClientMessage.Watch watch
                        && !watch.stream().isGranted();
        if (reads) {
            // Half of a hello is none, and who resumes must not be left without: the client comes back and says it
            // again.
            session.close(CloseCode.OVERLOADED);
        } else {
            session.send(new ServerMessage.Error(ErrorCode.UNAVAILABLE, "try again", idOf(message)));
        }
        return Handlers.DONE;
    }

    private void tooMany() {
        if (excesses.take(System.nanoTime())) {
            session.send(new ServerMessage.Error(ErrorCode.TOO_MANY, "slow down", null));
        } else {
            session.close(CloseCode.TOO_MANY_MESSAGES);
        }
    }

    /** Answers a message with an error, and counts it against its sender. */
    Uni<Void> refuse(ErrorCode code, String message, String id) {
        session.send(new ServerMessage.Error(code, message, id));
        if (!errors.take(System.nanoTime())) {
            session.close(CloseCode.PROTOCOL_ERRORS);
        }
        return Handlers.DONE;
    }

    private static String idOf(ClientMessage message) {
        if (message instanceof ClientMessage.Answer) {
            return ((ClientMessage.Answer) message).id();
        }
        if (message instanceof ClientMessage.Announce) {
            return ((ClientMessage.Announce) message).id();
        }
        if (message instanceof ClientMessage.Watch) {
            return ((ClientMessage.Watch) message).id();
        }
        if (message instanceof ClientMessage.Renew) {
            return ((ClientMessage.Renew) message).id();
        }
        return message instanceof ClientMessage.Join ? ((ClientMessage.Join) message).id() : null;
    }

    @Override
    public void heardNoText() {
        if (session != null) {
            refuse(ErrorCode.MALFORMED, "messages are text", null);
        }
    }

    @Override
    public void echoed() {
        if (session != null) {
            session.echoed();
        }
    }

    @Override
    public void closed() {
        if (session != null) {
            sessions.end(session);
        }
    }
}
