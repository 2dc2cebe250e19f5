package app.vstrivia.model.edge;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;

/**
 * Puts a {@link RequestDeadline} on each connection that comes in. Netty finds this class by itself once it has been told to
 * look.
 */
public final class ConnectionDeadlines extends ChannelInitializerExtension {
    /** To be called before anything else: Netty asks once, with the first connection of any kind. */
    public static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new RequestDeadline());
    }

    /** For a connection that carries requests no more: what it carries now has rules of its own. On its event loop only. */
    public static void lift(Channel channel) {
        ChannelPipeline pipeline = channel.pipeline();
        RequestDeadline deadline = pipeline.get(RequestDeadline.class);
        if (deadline != null) {
            pipeline.remove(deadline);
        }
        RequestWatch watch = pipeline.get(RequestWatch.class);
        if (watch != null) {
            pipeline.remove(watch);
        }
    }
}
