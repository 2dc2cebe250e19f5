package app.vstrivia.model.sql;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.Context;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.impl.command.CommandResponse;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool.PooledConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a connection that it has ended before it tells who waits for an answer of it. The MySQL client does it the other way round: what
 * a caller does on the failure, such as the rollback, or the next one in the queue of the pool, is asked of a connection that still
 * counts as open, is written nowhere and has no outcome for ever (<a
 * href="https://github.com/eclipse-vertx/vertx-sql-client/issues/1226">vertx-sql-client 1226</a>, in 4.5.27, too).
 */
final class CloseFirst extends ChannelInboundHandlerAdapter {
    /** The client's name for what turns bytes into answers. */
    private static final String CODEC = "codec";

    private final Context context;
    private final List<CommandResponse<?>> late = new ArrayList<>();

    private CloseFirst(Context context) {
        this.context = context;
    }

    /** Puts one into a connection of a pool; to be called on the connection's context. */
    static void into(SqlConnection connection) {
        Connection wire = ((SqlConnectionInternal) connection).unwrap();
        if (wire instanceof PooledConnection) {
            wire = ((PooledConnection) wire).unwrap();
        }
        SocketConnectionBase socket = (SocketConnectionBase) wire;
        socket.socket()
                .channelHandlerContext()
                .pipeline()
                .addAfter(CODEC, CloseFirst.class.getSimpleName(), new CloseFirst(socket.context()));
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof CommandResponse && !ctx.channel().isActive()) {
            late.add((CommandResponse<?>) message);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ctx.fireChannelInactive();
        // A step later, when all have heard of the end. The pipeline has no handlers any more then: past them.
        context.runOnContext(ended -> late.forEach(CommandResponse::fire));
    }
}
