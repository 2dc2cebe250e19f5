package app.vstrivia.realtime.wire;

import app.vstrivia.model.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;
import org.jboss.logging.Logger;

/** The reading side of a channel that was taken over; what it writes goes to the network as it is. */
final class WireHandler extends ChannelInboundHandlerAdapter implements FrameReader.Listener {
    private static final Logger LOG = Logger.getLogger(WireHandler.class);

    private static final long SECOND_NANOS = 1_000_000_000L;
    /** Pings, pongs and pieces of messages. */
    private static final int OTHER_FRAMES_PER_SECOND = 200;

    private final FrameReader reader;
    private NettyWire wire;
    private boolean deaf;
    private long countedSince = System.nanoTime();
    private int counted;

    WireHandler(int maxMessageBytes) {
        this.reader = new FrameReader(maxMessageBytes);
    }

    /** To be called before anything is read. */
    void serve(NettyWire whose) {
        wire = whose;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (deaf || !(bytes instanceof ByteBuf)) {
            ReferenceCountUtil.release(bytes);
            return;
        }
        wire.noteHeard();
        try {
            reader.read((ByteBuf) bytes, context.alloc(), this);
        } catch (FrameReader.Unreadable e) {
            LOG.debugf("a connection cannot be read: %s", e.getMessage());
            endAsDeaf(e.isTooMuch() ? CloseCode.TOO_MANY_MESSAGES : CloseCode.PROTOCOL_ERRORS);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        wire.heardAll();
    }

    /** What still comes in is thrown away, so that the close frame arrives; a peer that does not go is cut off. */
    private void endAsDeaf(CloseCode code) {
        deaf = true;
        reader.end();
        wire.end(code);
    }

    @Override
    public boolean listens() {
        return !deaf;
    }

    @Override
    public void message(boolean text, byte[] payload) {
        if (wire.ended()) {
            return;
        }
        if (text) {
            wire.listener().heard(payload);
        } else {
            wire.listener().heardNoText();
        }
    }

    @Override
    public void control(int opcode, byte[] payload) {
        if (opcode == FrameReader.CLOSE) {
            wire.endedByPeer(closeCode(payload));
        } else if (tooMany()) {
            endAsDeaf(CloseCode.TOO_MANY_MESSAGES);
        } else if (wire.ended()) {
            return;
        } else if (opcode == FrameReader.PONG) {
            wire.listener().echoed();
        } else if (opcode == FrameReader.PING) {
            wire.send(Frame.pong(payload));
        }
    }

    /** What the peer's close frame is answered with: its own code, if that is one. */
    private static int closeCode(byte[] payload) {
        if (payload.length == 0) {
            return WebSocketCloseStatus.NORMAL_CLOSURE.code();
        }
        if (payload.length == 1) {
            return WebSocketCloseStatus.PROTOCOL_ERROR.code();
        }
        int code = (payload[0] & 0xFF) << Byte.SIZE | payload[1] & 0xFF;
        return WebSocketCloseStatus.isValidStatusCode(code) ? code : WebSocketCloseStatus.PROTOCOL_ERROR.code();
    }

    /** Whole messages are counted by who listens; this is for everything else. */
    private boolean tooMany() {
        long now = System.nanoTime();
        if (now - countedSince > SECOND_NANOS) {
            countedSince = now;
            counted = 0;
        }
        return ++counted > OTHER_FRAMES_PER_SECOND;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            wire.writableAgain();
        } else {
            wire.stalled();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        reader.end();
        wire.letGo();
        wire.gone();
    }

    /** A connection that breaks, or speaks no WebSocket, is not worth a stack trace. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        LOG.debugf("a connection broke: %s", failure.getMessage());
        context.close();
    }
}
