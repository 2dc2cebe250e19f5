package app.vstrivia.local.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** A WebSocket that costs little: ten thousand of them share one thread and one buffer. */
final class ClientSocket implements EventLoop.Ready, FrameDecoder.Sink {
    /** Hears of the socket. */
    interface Listener {
        void opened(ClientSocket socket);

        void heard(ClientSocket socket, Message message);

        /** @param why the HTTP status of a refused upgrade, the close code of a closed socket, or {@link #BROKEN} */
        void ended(ClientSocket socket, int why);
    }

    static final int BROKEN = 1006;
    static final int OVERLOADED = 503;

    private static final int READ_BYTES = 1 << 16;
    private static final byte[] NOTHING = {};
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** One thread runs all sockets, so what they read goes through one buffer. */
    static final class Shared {
        private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
        private final Message message = new Message();
        private byte[] work = new byte[4 * READ_BYTES];
        private int mask = 0x5bd1e995;
    }

    private final EventLoop loop;
    private final Shared shared;
    private final Listener listener;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final FrameDecoder decoder = new FrameDecoder();
    private final Deque<ByteBuffer> out = new ArrayDeque<>(1);
    private byte[] rest = NOTHING;
    private byte[] upgrade;
    private boolean open;
    private boolean ended;

    ClientSocket(EventLoop loop, Shared shared, int port, String token, Listener listener) throws IOException {
        this.loop = loop;
        this.shared = shared;
        this.listener = listener;
        this.upgrade = ("GET /v1/socket HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: trivia.v1\r\n"
                        + "Authorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = loop.register(channel, SelectionKey.OP_CONNECT, this);
        if (channel.connect(new InetSocketAddress("127.0.0.1", port))) {
            connected();
        }
    }

    void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(FrameEncoder.TEXT, bytes, 0, bytes.length);
    }

    private void send(int opcode, byte[] bytes, int offset, int length) {
        shared.mask = shared.mask * 1664525 + 1013904223;
        write(FrameEncoder.encode(opcode, bytes, offset, length, shared.mask));
    }

    private void write(ByteBuffer bytes) {
        if (ended) {
            return;
        }
        try {
            if (out.isEmpty()) {
                channel.write(bytes);
            }
            if (bytes.hasRemaining()) {
                out.add(bytes);
                key.interestOpsOr(SelectionKey.OP_WRITE);
            }
        } catch (IOException failure) {
            broken(failure);
        }
    }

    /** Drops the connection without a word. */
    void drop() {
        ended = true;
        closeChannel();
    }

    @Override
    public void ready(SelectionKey ready) throws IOException {
        if (ready.isConnectable()) {
            channel.finishConnect();
            connected();
        }
        if (ready.isValid() && ready.isWritable()) {
            flush();
        }
        if (ready.isValid() && ready.isReadable()) {
            read();
        }
    }

    private void connected() {
        key.interestOps(SelectionKey.OP_READ);
        write(ByteBuffer.wrap(upgrade));
        upgrade = null;
    }

    private void flush() throws IOException {
        while (!out.isEmpty()) {
            channel.write(out.peek());
            if (out.peek().hasRemaining()) {
                return;
            }
            out.poll();
        }
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }

    private void read() throws IOException {
        shared.in.clear();
        int count = channel.read(shared.in);
        if (count < 0) {
            end(BROKEN);
            return;
        }
        shared.in.flip();
        int length = rest.length + count;
        if (shared.work.length < length) {
            shared.work = new byte[2 * length];
        }
        System.arraycopy(rest, 0, shared.work, 0, rest.length);
        shared.in.get(shared.work, rest.length, count);
        rest = NOTHING;
        int at = open ? 0 : head(length);
        if (open && !ended) {
            at = decoder.decode(shared.work, at, length, this);
        }
        rest = at == length ? NOTHING : Arrays.copyOfRange(shared.work, at, length);
    }

    /** Reads the answer to the upgrade; where it ends, or 0 if it has not come to its end. */
    private int head(int length) {
        int end = indexOfEnd(length);
        if (end < 0) {
            return 0;
        }
        String status = new String(shared.work, 0, Math.min(length, 12), StandardCharsets.US_ASCII);
        if (!status.equals("HTTP/1.1 101")) {
            end(status.length() == 12 ? Integer.parseInt(status.substring(9).strip()) : BROKEN);
            return length;
        }
        open = true;
        listener.opened(this);
        return end;
    }

    private int indexOfEnd(int length) {
        for (int at = 0; at <= length - END_OF_HEAD.length; at++) {
            if (Arrays.equals(shared.work, at, at + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return at + END_OF_HEAD.length;
            }
        }
        return -1;
    }

    @Override
    public void message(int opcode, byte[] bytes, int offset, int length) {
        switch (opcode) {
            case 1 -> listener.heard(this, shared.message.of(bytes, offset, length, loop.now()));
            case 8 -> end(length < 2 ? 1005 : (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff);
            case 9 -> send(FrameEncoder.PONG, bytes, offset, length);
            default -> {
                // The service sends neither binary messages nor pongs that were asked for.
            }
        }
    }

    @Override
    public void broken(IOException cause) {
        end(BROKEN);
    }

    private void end(int why) {
        if (!ended) {
            ended = true;
            closeChannel();
            listener.ended(this, why);
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException gone) {
            // A channel that cannot be closed is closed.
        }
    }
}
