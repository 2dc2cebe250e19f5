package app.vstrivia.realtime.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Keeps back what a client sends right behind its upgrade, until it is settled who reads it. Without it a first message
 * could be read by websockets-next and the second one, sooner, by the {@link WireHandler}.
 */
public final class UpgradeGate extends ChannelInboundHandlerAdapter {
    /** An upgrade that nobody finishes in this time ends with its connection. */
    private static final int PATIENCE_S = 10;

    private static final int MOST_BYTES = 65_536;

    private final Channel channel;
    private final Queue<Object> held = new ArrayDeque<>();
    private boolean open;
    private long heldBytes;

    private UpgradeGate(Channel channel) {
        this.channel = channel;
    }

    /** Closes the gate of a request's connection; null if its channel cannot be reached. On its event loop only. */
    static UpgradeGate close(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase)) {
            return null;
        }
        Channel channel = ((ConnectionBase) request.connection()).channel();
        if (!channel.eventLoop().inEventLoop()) {
            return null;
        }
        UpgradeGate gate = new UpgradeGate(channel);
        channel.pipeline().addFirst(gate);
        channel.eventLoop().schedule(gate::giveUp, PATIENCE_S, TimeUnit.SECONDS);
        return gate;
    }

    Channel channel() {
        return channel;
    }

    /** Lets through what was kept back, and everything after it. On the event loop only. */
    void open() {
        if (!open) {
            open = true;
            channel.pipeline().remove(this);
        }
    }

    private void giveUp() {
        if (!open) {
            channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        held.add(bytes);
        heldBytes += bytes instanceof ByteBuf ? ((ByteBuf) bytes).readableBytes() : 0;
        if (heldBytes > MOST_BYTES) {
            // The rest waits in the network; whoever takes the channel over reads on.
            channel.config().setAutoRead(false);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (!open) {
            held.forEach(ReferenceCountUtil::release);
            held.clear();
            return;
        }
        for (Object bytes = held.poll(); bytes != null; bytes = held.poll()) {
            context.fireChannelRead(bytes);
        }
        context.fireChannelReadComplete();
        channel.config().setAutoRead(true);
    }
}
