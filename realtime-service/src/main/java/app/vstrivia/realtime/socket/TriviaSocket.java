package app.vstrivia.realtime.socket;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.realtime.session.Session;
import app.vstrivia.realtime.session.Sessions;
import app.vstrivia.realtime.session.Wire;
import io.quarkus.security.Authenticated;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** {@code /v1/socket}: each connection has a {@link Conversation}. */
@Authenticated
@Singleton
@WebSocket(path = "/v1/socket")
public class TriviaSocket {
    private static final Logger LOG = Logger.getLogger(TriviaSocket.class);
    private static final int HELLO_WITHIN_MS = 10_000;
    private static final UserData.TypedKey<Conversation> CONVERSATION =
            new UserData.TypedKey<>(Conversation.class.getName());

    private final JsonWebToken token;
    private final Sessions sessions;
    private final Handlers handlers;
    private final Vertx vertx;

    TriviaSocket(JsonWebToken token, Sessions sessions, Handlers handlers, Vertx vertx) {
        this.token = token;
        this.sessions = sessions;
        this.handlers = handlers;
        this.vertx = vertx;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection) {
        String device = token.getClaim("device");
        if (device == null) {
            // An operator's token is good for the API, but no device plays with it.
            new ConnectionWire(connection).close(CloseCode.FORBIDDEN);
            return;
        }
        PlayerId player = PlayerId.parse(token.getSubject());
        Session session =
                sessions.begin(player, device, token.getExpirationTime() * 1_000, new ConnectionWire(connection));
        connection.userData().put(CONVERSATION, new Conversation(session, handlers));
        vertx.setTimer(HELLO_WITHIN_MS, timer -> {
            if (!session.greeted()) {
                session.close(CloseCode.HELLO_TIMEOUT);
            }
        });
    }

    @OnTextMessage
    Uni<Void> heard(WebSocketConnection connection, String frame) {
        Conversation conversation = connection.userData().get(CONVERSATION);
        return conversation == null ? Uni.createFrom().voidItem() : conversation.heard(frame);
    }

    @OnPongMessage
    @NonBlocking
    void echoed(WebSocketConnection connection, Buffer data) {
        Conversation conversation = connection.userData().get(CONVERSATION);
        if (conversation != null) {
            conversation.session().echoed();
        }
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        Conversation conversation = connection.userData().get(CONVERSATION);
        if (conversation != null) {
            sessions.end(conversation.session());
        }
    }

    /** A connection that breaks is not worth a stack trace. */
    @OnError
    @NonBlocking
    void failed(WebSocketConnection connection, Throwable failure) {
        LOG.debugf("connection %s: %s", connection.id(), failure.getMessage());
    }

    private record ConnectionWire(WebSocketConnection connection) implements Wire {
        @Override
        public Uni<Void> send(String frame) {
            return connection.sendText(frame);
        }

        @Override
        public void ping() {
            connection
                    .sendPing(Buffer.buffer(1).appendByte((byte) 1))
                    .subscribe()
                    .with(sent -> {}, failure -> {});
        }

        @Override
        public void close(CloseCode code) {
            connection
                    .close(new CloseReason(code.code(), code.reason()))
                    .subscribe()
                    .with(closed -> {}, failure -> LOG.debugf("close: %s", failure.getMessage()));
        }
    }
}
