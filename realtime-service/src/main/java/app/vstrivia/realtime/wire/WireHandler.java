package app.vstrivia.realtime.wire;

import app.vstrivia.model.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** The reading side of a channel that was taken over: frames, put together where they come in pieces. */
final class WireHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = Logger.getLogger(WireHandler.class);

    private static final long SECOND_NANOS = 1_000_000_000L;
    /** Pings, pongs and pieces of messages. */
    private static final int OTHER_FRAMES_PER_SECOND = 200;

    private final NettyWire wire;
    private final int maxMessageBytes;
    private ByteBuf pieces;
    private long countedSince = System.nanoTime();
    private int counted;

    WireHandler(NettyWire wire, int maxMessageBytes) {
        this.wire = wire;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof WebSocketFrame) {
                wire.noteHeard();
                if (tooMany(message) || ((WebSocketFrame) message).content().readableBytes() > maxMessageBytes) {
                    wire.end(CloseCode.TOO_MANY_MESSAGES);
                } else if (!wire.ended() || message instanceof CloseWebSocketFrame) {
                    read((WebSocketFrame) message);
                }
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    /** Whole texts are counted by who listens; this is for everything else. */
    private boolean tooMany(Object frame) {
        if (frame instanceof TextWebSocketFrame && ((TextWebSocketFrame) frame).isFinalFragment()) {
            return false;
        }
        long now = System.nanoTime();
        if (now - countedSince > SECOND_NANOS) {
            countedSince = now;
            counted = 0;
        }
        return ++counted > OTHER_FRAMES_PER_SECOND;
    }

    private void read(WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame && frame.isFinalFragment()) {
            wire.listener().heard(frame.content().toString(StandardCharsets.UTF_8));
        } else if (frame instanceof TextWebSocketFrame || frame instanceof ContinuationWebSocketFrame) {
            readPiece(frame);
        } else if (frame instanceof PongWebSocketFrame) {
            wire.listener().echoed();
        } else if (frame instanceof PingWebSocketFrame) {
            wire.send(Frame.pong(ByteBufUtil.getBytes(frame.content())));
        } else if (frame instanceof CloseWebSocketFrame) {
            int code = ((CloseWebSocketFrame) frame).statusCode();
            wire.endedByPeer(code < 0 ? WebSocketCloseStatus.NORMAL_CLOSURE.code() : code);
        } else {
            wire.listener().heardNoText();
        }
    }

    /** The first piece is a text frame; the decoder sees to their order. Pieces of something else are no text. */
    private void readPiece(WebSocketFrame frame) {
        if (pieces == null && frame instanceof TextWebSocketFrame) {
            pieces = frame.content().alloc().heapBuffer(frame.content().readableBytes());
        }
        if (pieces == null) {
            return;
        }
        if (pieces.readableBytes() + frame.content().readableBytes() > maxMessageBytes) {
            wire.abort();
            return;
        }
        pieces.writeBytes(frame.content());
        if (frame.isFinalFragment()) {
            String message = pieces.toString(StandardCharsets.UTF_8);
            letGoOfPieces();
            wire.listener().heard(message);
        }
    }

    private void letGoOfPieces() {
        if (pieces != null) {
            pieces.release();
            pieces = null;
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            wire.writableAgain();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        letGoOfPieces();
        wire.gone();
    }

    /** A connection that breaks, or speaks no WebSocket, is not worth a stack trace. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        LOG.debugf("a connection broke: %s", failure.getMessage());
        context.close();
    }
}
