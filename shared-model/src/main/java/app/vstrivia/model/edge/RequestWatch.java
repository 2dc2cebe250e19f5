package app.vstrivia.model.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/** Stands behind the decoder and tells the {@link RequestDeadline} what has come. */
final class RequestWatch extends ChannelInboundHandlerAdapter {
    private final RequestDeadline deadline;

    RequestWatch(RequestDeadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            deadline.headCame();
        }
        if (message instanceof LastHttpContent) {
            deadline.requestCame();
        }
        context.fireChannelRead(message);
    }
}
