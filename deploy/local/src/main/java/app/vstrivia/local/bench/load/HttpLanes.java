package app.vstrivia.local.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Requests to the API over a fixed number of connections that stay open; who finds none free waits in line. */
final class HttpLanes {
    /** @param body empty if there is none */
    record Answer(int status, String body) {}

    private record Request(String text, Consumer<Answer> hearer) {}

    /** The connection broke: no status. */
    static final int BROKEN = 0;

    private static final int BUFFER = 1 << 16;

    private final EventLoop loop;
    private final int port;
    private final int lanes;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final Deque<Lane> idle = new ArrayDeque<>();
    private int open;

    HttpLanes(EventLoop loop, int port, int lanes) {
        this.loop = loop;
        this.port = port;
        this.lanes = lanes;
    }

    /**
     * @param token empty for a request that needs none
     * @param json empty for a request without a body
     */
    void post(String path, String token, String json, Consumer<Answer> hearer) {
        String text = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token)
                + (json.isEmpty() ? "" : "\r\nContent-Type: application/json") + "\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json;
        waiting.add(new Request(text, hearer));
        serve();
    }

    private void serve() {
        while (!waiting.isEmpty() && (!idle.isEmpty() || open < lanes)) {
            Request request = waiting.poll();
            try {
                Lane lane = idle.isEmpty() ? new Lane() : idle.poll();
                lane.send(request);
            } catch (IOException failure) {
                request.hearer.accept(new Answer(BROKEN, failure.getMessage()));
            }
        }
    }

    private final class Lane implements EventLoop.Ready {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
        private final SelectionKey key;
        private ByteBuffer out;
        private Request request;

        Lane() throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.configureBlocking(false);
            key = loop.register(channel, SelectionKey.OP_READ, this);
            open++;
        }

        void send(Request next) throws IOException {
            request = next;
            out = ByteBuffer.wrap(next.text.getBytes(StandardCharsets.UTF_8));
            flush();
        }

        private void flush() throws IOException {
            channel.write(out);
            key.interestOps(SelectionKey.OP_READ | (out.hasRemaining() ? SelectionKey.OP_WRITE : 0));
        }

        @Override
        public void ready(SelectionKey ready) throws IOException {
            if (ready.isWritable()) {
                flush();
            }
            if (ready.isReadable() && channel.read(in) < 0) {
                throw new IOException("the API closed the connection");
            }
            answer(new String(in.array(), 0, in.position(), StandardCharsets.UTF_8));
        }

        private void answer(String text) throws IOException {
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return;
            }
            int status = Integer.parseInt(text.substring(9, 12));
            int length = contentLength(text.substring(0, end + 2), status);
            String body = text.substring(end + 4);
            if (body.getBytes(StandardCharsets.UTF_8).length < length) {
                return;
            }
            Consumer<Answer> hearer = request.hearer;
            request = null; // the API closes a lane that nobody uses for a while
            in.clear();
            idle.add(this);
            hearer.accept(new Answer(status, body));
            serve();
        }

        private int contentLength(String head, int status) throws IOException {
            for (String line : head.split("\r\n")) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    return Integer.parseInt(line.substring(15).strip());
                }
            }
            if (status != 204) {
                throw new IOException("an answer without Content-Length");
            }
            return 0;
        }

        @Override
        public void broken(IOException cause) {
            open--;
            idle.remove(this);
            key.cancel();
            if (request != null) {
                request.hearer.accept(new Answer(BROKEN, cause.getMessage()));
            }
        }
    }
}
