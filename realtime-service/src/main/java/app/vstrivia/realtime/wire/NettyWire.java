package app.vstrivia.realtime.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;

/**
 * Writes frames to the channel itself: they pass no encoder, only TLS where there is some. Where there is none, and nothing
 * waits, a single frame goes to the socket with one write(2), past the channel's queue.
 */
final class NettyWire extends Wire {
    private final ChannelHandlerContext place;
    /** Null where frames have to go through the channel. */
    private final UnixChannel socket;

    /** The only frame of this pass so far; null if there is none, or more than one. */
    private Frame single;
    /** Its bytes, where several sockets share them. */
    private ByteBuf singleShared;

    /**
     * @param place the handler whose writes go on towards the network
     * @param plain whether there is nothing in between that changes them
     */
    NettyWire(ChannelHandlerContext place, boolean plain, WireLoop loop, WireCounters counters, WireListener listener) {
        super(loop, counters, listener);
        this.place = place;
        this.socket = plain && place.channel() instanceof UnixChannel unix ? unix : null;
    }

    private Channel channel() {
        return place.channel();
    }

    @Override
    void write(Frame frame, ByteBuf shared) {
        if (socket != null && single == null && nothingWaits()) {
            single = frame;
            singleShared = shared == null ? null : shared.retain();
        } else {
            queueSingle();
            place.write(
                    shared == null
                            ? place.alloc().directBuffer(frame.length()).writeBytes(frame.bytes())
                            : shared.retainedDuplicate(),
                    channel().voidPromise());
        }
    }

    private boolean nothingWaits() {
        ChannelOutboundBuffer queue = channel().unsafe().outboundBuffer();
        // Not isEmpty(), which leaves out what has not been flushed.
        return queue != null && queue.totalPendingWriteBytes() == 0;
    }

    private void queueSingle() {
        if (single != null) {
            queue(0);
        }
    }

    /** What follows on the first bytes of the single frame goes through the channel. */
    private void queue(int written) {
        byte[] bytes = single.bytes();
        place.write(
                place.alloc().directBuffer(bytes.length - written).writeBytes(bytes, written, bytes.length - written),
                channel().voidPromise());
        letGo();
    }

    @Override
    void flush() {
        if (single == null) {
            place.flush();
            return;
        }
        try {
            int written = nothingWaits() ? writeNow() : 0;
            if (written < single.length()) {
                queue(written);
                place.flush();
            }
        } catch (IOException e) {
            place.pipeline().fireExceptionCaught(e);
        }
        letGo();
    }

    /** How much the socket took. */
    private int writeNow() throws IOException {
        ByteBuf bytes = singleShared == null ? loop().scratch(single) : singleShared;
        return socket.fd().writeAddress(bytes.memoryAddress(), bytes.readerIndex(), bytes.writerIndex());
    }

    /** Forgets what was not written. */
    void letGo() {
        single = null;
        if (singleShared != null) {
            singleShared.release();
            singleShared = null;
        }
    }

    @Override
    long pendingBytes() {
        ChannelOutboundBuffer queue = channel().unsafe().outboundBuffer();
        return (queue == null ? 0 : queue.totalPendingWriteBytes()) + (single == null ? 0 : single.length());
    }

    @Override
    boolean writable() {
        return channel().isWritable();
    }

    /** The peer's close frame is still to be read. */
    @Override
    void closeStarted() {
        channel().config().setAutoRead(true);
    }

    @Override
    void hangUp() {
        queueSingle();
        place.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    void abort() {
        channel().close();
    }
}
