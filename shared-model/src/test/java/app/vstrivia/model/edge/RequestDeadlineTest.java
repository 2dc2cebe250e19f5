package app.vstrivia.model.edge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With a clock that is told what time it is. */
class RequestDeadlineTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST / HTTP/1.1\r\nContent-Length: ";

    @Test
    void whoSaysNothingIsCutAfterTenSeconds() {
        EmbeddedChannel channel = connected();

        pass(channel, 9);
        assertTrue(channel.isOpen());
        pass(channel, 2);
        assertFalse(channel.isOpen());
    }

    @Test
    void bytesNowAndThenBuyNoTime() {
        EmbeddedChannel channel = connected();
        say(channel, GET);
        pass(channel, 60);
        for (int i = 0; i < 9; i++) {
            say(channel, "G");
            pass(channel, 1);
            assertTrue(channel.isOpen());
        }

        say(channel, "G");
        pass(channel, 2);

        assertFalse(channel.isOpen());
    }

    @Test
    void betweenRequestsThereIsNoDeadline() {
        EmbeddedChannel channel = connected();
        for (int i = 0; i < 3; i++) {
            say(channel, GET);
            pass(channel, 60);
        }

        assertTrue(channel.isOpen());
    }

    @Test
    void aBodyHasToComeWithEightKilobytesASecond() {
        EmbeddedChannel quick = connected();
        EmbeddedChannel slow = connected();
        say(quick, POST + "1000000\r\n\r\n");
        say(slow, POST + "1000000\r\n\r\n");
        for (int i = 0; i < 10; i++) {
            say(quick, "x".repeat(9_000));
            say(slow, "x".repeat(7_000));
            pass(quick, 1);
            pass(slow, 1);
        }
        pass(quick, 1);
        pass(slow, 1);

        assertTrue(quick.isOpen());
        assertFalse(slow.isOpen());
    }

    @Test
    void whoWaitsForUsIsNotSlow() {
        EmbeddedChannel channel = connected();
        say(channel, POST + "1000000\r\n\r\n");
        channel.config().setAutoRead(false);

        pass(channel, 30);

        assertTrue(channel.isOpen());
    }

    @Test
    void whatBecameASocketIsLeftAlone() {
        EmbeddedChannel channel = connected();
        say(channel, GET);
        channel.pipeline().remove(HttpRequestDecoder.class);
        say(channel, "a frame");

        pass(channel, 30);

        assertTrue(channel.isOpen());
        assertNull(channel.pipeline().get(RequestDeadline.class));
        assertNull(channel.pipeline().get(RequestWatch.class));
    }

    @Test
    void aDecoderThatComesWithTheFirstBytesIsFound() {
        EmbeddedChannel channel = clocked(new EmbeddedChannel(new RequestDeadline(), new Detection()));
        say(channel, GET);
        pass(channel, 60);
        assertTrue(channel.isOpen());

        say(channel, "G");
        pass(channel, 11);

        assertFalse(channel.isOpen());
    }

    /** As where it is not known which protocol is spoken. */
    private static final class Detection extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            context.pipeline().addLast(new HttpRequestDecoder());
            context.fireChannelRead(bytes);
            context.pipeline().remove(this);
        }
    }

    private static EmbeddedChannel connected() {
        return clocked(new EmbeddedChannel(new RequestDeadline(), new HttpRequestDecoder()));
    }

    private static EmbeddedChannel clocked(EmbeddedChannel channel) {
        channel.freezeTime();
        return channel;
    }

    private static void say(EmbeddedChannel channel, String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.US_ASCII));
    }

    private static void pass(EmbeddedChannel channel, int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }
}
