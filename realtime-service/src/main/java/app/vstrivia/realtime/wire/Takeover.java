package app.vstrivia.realtime.wire;

import app.vstrivia.model.edge.ConnectionDeadlines;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.net.impl.VertxHandler;

/**
 * Takes the channel of an upgraded connection from Vert.x: its handler leaves the pipeline and is told that the connection
 * is closed, so that websockets-next, Vert.x Web and the request forget it; the decoder and the encoder leave, too, and
 * TLS stays.
 */
final class Takeover {
    private Takeover() {}

    /** Whether the pipeline is one that is known here. On the event loop only. */
    static boolean possible(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        return channel.isActive()
                && pipeline.context(VertxHandler.class) != null
                && find(channel, WebSocketFrameDecoder.class) != null
                && find(channel, WebSocketFrameEncoder.class) != null;
    }

    /** Whether it has been taken: a second upgrade on the same connection. */
    static boolean done(Channel channel) {
        return channel.pipeline().get(WireHandler.class) != null;
    }

    /** The decoder and the encoder are interfaces, which the pipeline does not look for. */
    private static ChannelHandler find(Channel channel, Class<?> kind) {
        for (String name : channel.pipeline().names()) {
            ChannelHandler handler = channel.pipeline().get(name);
            if (kind.isInstance(handler)) {
                return handler;
            }
        }
        return null;
    }

    /** @throws Exception if Vert.x does not let go */
    static NettyWire take(
            Channel channel, WireLoop loop, WireCounters counters, WireListener listener, int maxMessageBytes)
            throws Exception {
        ChannelPipeline pipeline = channel.pipeline();
        WireHandler reading = new WireHandler(maxMessageBytes);
        pipeline.addLast(reading);
        ChannelHandlerContext vertx = pipeline.context(VertxHandler.class);
        VertxHandler<?> handler = (VertxHandler<?>) vertx.handler();
        handler.channelInactive(vertx);
        pipeline.remove(handler);
        pipeline.remove(find(channel, WebSocketFrameDecoder.class));
        pipeline.remove(find(channel, WebSocketFrameEncoder.class));
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
        ConnectionDeadlines.lift(channel);
        NettyWire wire = new NettyWire(pipeline.context(reading), isPlain(channel), loop, counters, listener);
        reading.serve(wire);
        channel.config().setAutoRead(true);
        return wire;
    }

    /** Whether what is written reaches the network as it is. */
    private static boolean isPlain(Channel channel) {
        for (String name : channel.pipeline().names()) {
            if (channel.pipeline().get(name) instanceof ChannelOutboundHandler) {
                return false;
            }
        }
        return true;
    }
}
