package app.vstrivia.realtime.socket;

import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.realtime.session.Session;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** What one connection says: decoded, counted, and in the right order. */
final class Conversation {
    /** The longest message that is read, in characters. */
    static final int MAX_LENGTH = 4_096;

    private static final Logger LOG = Logger.getLogger(Conversation.class);
    private static final int MESSAGES_AT_ONCE = 40;
    private static final double MESSAGES_PER_SECOND = 20;
    private static final int EXCESSES_AT_ONCE = 40;
    private static final int ERRORS_AT_ONCE = 16;
    private static final double ERRORS_PER_SECOND = 0.2;

    private final Session session;
    private final Handlers handlers;
    private final Allowance messages = new Allowance(MESSAGES_AT_ONCE, MESSAGES_PER_SECOND, System.nanoTime());
    private final Allowance excesses = new Allowance(EXCESSES_AT_ONCE, 1, System.nanoTime());
    private final Allowance errors = new Allowance(ERRORS_AT_ONCE, ERRORS_PER_SECOND, System.nanoTime());

    Conversation(Session session, Handlers handlers) {
        this.session = session;
        this.handlers = handlers;
    }

    Session session() {
        return session;
    }

    /** Takes a frame; completes when the next one may be taken. Never fails. */
    Uni<Void> heard(String frame) {
        if (!messages.take(System.nanoTime())) {
            return tooMany();
        }
        if (frame.length() > MAX_LENGTH) {
            return refuse(ErrorCode.TOO_LARGE, "a message has at most " + MAX_LENGTH + " characters", null);
        }
        ClientMessage message;
        try {
            message = ProtocolCodec.decode(frame);
        } catch (ProtocolCodec.Undecodable e) {
            return refuse(e.code(), "not a message of trivia.v1", null);
        }
        boolean hello = message instanceof ClientMessage.Hello;
        if (hello == session.greeted()) {
            return refuse(ErrorCode.OUT_OF_PHASE, hello ? "hello was said" : "say hello first", idOf(message));
        }
        return handlers.handle(session, message, this::refuse).onFailure().recoverWithUni(failure -> {
            LOG.warnf("%s: %s", message.getClass().getSimpleName(), failure.getMessage());
            if (hello) {
                // Half of a hello is none: the client comes back and says it again.
                session.close(CloseCode.OVERLOADED);
            } else {
                session.send(new ServerMessage.Error(ErrorCode.UNAVAILABLE, "try again", idOf(message)));
            }
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> tooMany() {
        if (excesses.take(System.nanoTime())) {
            session.send(new ServerMessage.Error(ErrorCode.TOO_MANY, "slow down", null));
        } else {
            session.close(CloseCode.TOO_MANY_MESSAGES);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> refuse(ErrorCode code, String message, String id) {
        session.send(new ServerMessage.Error(code, message, id));
        if (!errors.take(System.nanoTime())) {
            session.close(CloseCode.PROTOCOL_ERRORS);
        }
        return Uni.createFrom().voidItem();
    }

    private static String idOf(ClientMessage message) {
        if (message instanceof ClientMessage.Answer) {
            return ((ClientMessage.Answer) message).id();
        }
        return message instanceof ClientMessage.Join ? ((ClientMessage.Join) message).id() : null;
    }
}
