package app.vstrivia.realtime.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

/** Writes frames to the channel itself: they pass no encoder, only TLS where there is some. */
final class NettyWire extends Wire {
    private final ChannelHandlerContext encoder;

    /** @param encoder the handler that frames pass by: what it writes goes on towards the network */
    NettyWire(ChannelHandlerContext encoder, WireLoop loop, WireCounters counters, WireListener listener) {
        super(loop, counters, listener);
        this.encoder = encoder;
    }

    private Channel channel() {
        return encoder.channel();
    }

    @Override
    void write(Frame frame, ByteBuf shared) {
        ByteBuf bytes = shared == null
                ? encoder.alloc().directBuffer(frame.length()).writeBytes(frame.bytes())
                : shared.retainedDuplicate();
        encoder.write(bytes, channel().voidPromise());
    }

    @Override
    void flush() {
        encoder.flush();
    }

    @Override
    long pendingBytes() {
        ChannelOutboundBuffer waiting = channel().unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.totalPendingWriteBytes();
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
        encoder.writeAndFlush(io.netty.buffer.Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    void abort() {
        channel().close();
    }
}
