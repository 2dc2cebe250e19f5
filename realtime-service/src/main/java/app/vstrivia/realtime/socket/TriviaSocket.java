package app.vstrivia.realtime.socket;

import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.realtime.session.Caller;
import app.vstrivia.realtime.session.Revocations;
import app.vstrivia.realtime.session.Sessions;
import app.vstrivia.realtime.wire.SendTextWire;
import app.vstrivia.realtime.wire.Wire;
import app.vstrivia.realtime.wire.Wires;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * {@code /v1/socket}: opens connections, each of which has a {@link Conversation}. What comes in later arrives here only
 * where the channel was not taken over.
 */
@RolesAllowed(TriviaSocket.PLAYER)
@Singleton
@WebSocket(path = TriviaSocket.PATH)
public class TriviaSocket {
    static final String PATH = "/v1/socket";

    /** The group that a token must name; the others that it may name count for nothing here. */
    static final String PLAYER = "player";

    private static final Logger LOG = Logger.getLogger(TriviaSocket.class);
    private static final int HELLO_WITHIN_MS = 10_000;
    private static final UserData.TypedKey<SendTextWire> WIRE = new UserData.TypedKey<>(SendTextWire.class.getName());

    private final Wires wires;
    private final Sessions sessions;
    private final Revocations revocations;
    private final Handlers handlers;
    private final SocketLimits limits;

    TriviaSocket(Wires wires, Sessions sessions, Revocations revocations, Handlers handlers, SocketLimits limits) {
        this.revocations = revocations;
        this.wires = wires;
        this.sessions = sessions;
        this.handlers = handlers;
        this.limits = limits;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        Conversation conversation = new Conversation(handlers, sessions, limits);
        wires.open(connection, connection.userData().get(UpgradeCheck.GATE), conversation)
                .ifPresent(wire -> begin(connection, conversation, wire));
    }

    private void begin(WebSocketConnection connection, Conversation conversation, Wire wire) {
        if (wire instanceof SendTextWire) {
            connection.userData().put(WIRE, (SendTextWire) wire);
        }
        Caller caller = connection.userData().get(UpgradeCheck.CALLER);
        if (caller == null) {
            // An operator's token is good for the API, but no device plays with it.
            wire.close(CloseCode.FORBIDDEN);
            return;
        }
        conversation.begin(sessions.begin(caller, wire));
        wire.closeAfter(HELLO_WITHIN_MS, CloseCode.HELLO_TIMEOUT);
        revocations.ending(caller).ifPresent(wire::close); // since the upgrade was granted
    }

    @OnTextMessage
    @NonBlocking
    void heard(WebSocketConnection connection, String message) {
        SendTextWire wire = connection.userData().get(WIRE);
        if (wire != null) {
            wire.heard(message);
        }
    }

    @OnPongMessage
    @NonBlocking
    void echoed(WebSocketConnection connection, Buffer data) {
        SendTextWire wire = connection.userData().get(WIRE);
        if (wire != null) {
            wire.echoed();
        }
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        SendTextWire wire = connection.userData().get(WIRE);
        if (wire != null) {
            wire.closed();
        }
    }

    /** A connection that breaks is not worth a stack trace. */
    @OnError
    @NonBlocking
    void failed(WebSocketConnection connection, Throwable failure) {
        LOG.debugf("connection %s: %s", connection.id(), failure.getMessage());
    }
}
