package app.vstrivia.realtime.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.net.impl.VertxHandler;

/**
 * Takes the channel of an upgraded connection from Vert.x: its handler leaves the pipeline and is told that the connection
 * is closed, so that websockets-next, Vert.x Web and the request forget it; the decoder, the encoder and TLS stay.
 */
final class Takeover {
    private Takeover() {}

    /** Whether the pipeline is one that is known here. On the event loop only. */
    static boolean possible(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        return channel.isActive()
                && pipeline.context(VertxHandler.class) != null
                && pipeline.get(WebSocketFrameDecoder.class) != null
                && encoder(channel) != null;
    }

    /** Whether it has been taken: a second upgrade on the same connection. */
    static boolean done(Channel channel) {
        return channel.pipeline().get(WireHandler.class) != null;
    }

    private static ChannelHandlerContext encoder(Channel channel) {
        for (String name : channel.pipeline().names()) {
            if (channel.pipeline().get(name) instanceof WebSocketFrameEncoder) {
                return channel.pipeline().context(name);
            }
        }
        return null;
    }

    /** @throws Exception if Vert.x does not let go */
    static NettyWire take(
            Channel channel, WireLoop loop, WireCounters counters, WireListener listener, int maxMessageBytes)
            throws Exception {
        ChannelPipeline pipeline = channel.pipeline();
        NettyWire wire = new NettyWire(encoder(channel), loop, counters, listener);
        ChannelHandlerContext vertx = pipeline.context(VertxHandler.class);
        VertxHandler<?> handler = (VertxHandler<?>) vertx.handler();
        pipeline.addLast(new WireHandler(wire, maxMessageBytes));
        handler.channelInactive(vertx);
        pipeline.remove(handler);
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
        channel.config().setAutoRead(true);
        return wire;
    }
}
