package app.vstrivia.model.edge;

import app.vstrivia.model.observe.SharedMetric;
import io.micrometer.core.instrument.Metrics;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a connection that holds its place without using it: no complete head of a request within {@value #PATIENCE_S} s of
 * its first byte, or of the connection's opening, or a body that comes with less than {@value #LEAST_BYTES} bytes in
 * {@value #PATIENCE_S} s. An idle time-out does not help against a byte every now and then.
 *
 * <p>A request that comes in one piece, as nearly all do, costs no timer.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
    private static final int PATIENCE_S = 10;
    private static final long LEAST_BYTES = 80_000;

    private enum Awaiting {
        /** Nothing: between requests the idle time-out holds. */
        NOTHING,
        HEAD,
        BODY
    }

    private Awaiting awaiting = Awaiting.HEAD;
    private boolean watching;
    private Future<?> timer;
    private long bytes;

    @Override
    public void channelActive(ChannelHandlerContext context) {
        arm(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean watched = watching || watch(context);
        if (awaiting == Awaiting.NOTHING) {
            awaiting = Awaiting.HEAD;
        }
        bytes += message instanceof ByteBuf ? ((ByteBuf) message).readableBytes() : 0;
        context.fireChannelRead(message);
        if (!watched && watch(context)) {
            // The first bytes made the decoder come, and went past us: what follows is watched.
            requestCame();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (awaiting != Awaiting.NOTHING && timer == null) {
            arm(context);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disarm();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        disarm();
    }

    /** Told by the {@link RequestWatch}. */
    void headCame() {
        disarm();
        awaiting = Awaiting.BODY;
    }

    /** Told by the {@link RequestWatch}. */
    void requestCame() {
        disarm();
        awaiting = Awaiting.NOTHING;
    }

    /** The decoder is there from the beginning, but where it depends on the first bytes what is spoken. */
    private boolean watch(ChannelHandlerContext context) {
        ChannelHandlerContext decoder = context.pipeline().context(HttpRequestDecoder.class);
        if (decoder != null) {
            context.pipeline().addAfter(decoder.name(), null, new RequestWatch(this));
            watching = true;
        }
        return watching;
    }

    private void arm(ChannelHandlerContext context) {
        bytes = 0;
        timer = context.executor().schedule(() -> expired(context), PATIENCE_S, TimeUnit.SECONDS);
    }

    private void disarm() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void expired(ChannelHandlerContext context) {
        timer = null;
        if (speaksSomethingElse(context.pipeline())) {
            ConnectionDeadlines.lift(context.channel());
            return;
        }
        boolean ours = !context.channel().config().isAutoRead(); // it is us who does not read
        if (awaiting == Awaiting.BODY && (ours || bytes >= LEAST_BYTES)) {
            arm(context);
            return;
        }
        SharedMetric.CONNECTIONS_CUT
                .counter(Metrics.globalRegistry, awaiting == Awaiting.BODY ? "body" : "head")
                .increment();
        context.close();
    }

    /** A socket by now, or HTTP/2, which only the management port speaks. */
    private boolean speaksSomethingElse(ChannelPipeline pipeline) {
        return watching && pipeline.context(HttpRequestDecoder.class) == null
                || pipeline.context(Http2ConnectionHandler.class) != null;
    }
}
