package app.vstrivia.realtime.wire;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import org.jboss.logging.Logger;

/** The parts of Vert.x that the {@link Takeover} relies on, though they are not its public interface. */
final class VertxInside {
    private static final Logger LOG = Logger.getLogger(VertxInside.class);

    private VertxInside() {}

    /** Looks once, at the start, so that another version of Vert.x is noticed before the first connection. */
    static boolean isAsExpected() {
        try {
            ConnectionBase.class.getMethod("channel");
            VertxHandler.class.getMethod("channelInactive", ChannelHandlerContext.class);
            return true;
        } catch (NoSuchMethodException | LinkageError e) {
            LOG.warnf("this version of Vert.x has another inside: %s", e.getMessage());
            return false;
        }
    }
}
