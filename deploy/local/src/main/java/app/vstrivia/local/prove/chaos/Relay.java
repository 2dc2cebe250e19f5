package app.vstrivia.local.prove.chaos;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** One connection through a {@link FaultyLink}, with what is under way in both directions. Used by one thread only. */
final class Relay {
    private static final int CHUNK = 64 * 1024;

    /** What may wait in one direction; beyond it nothing more is read, and the sender waits. */
    private static final int MOST_WAITING = 256;

    private record Chunk(ByteBuffer bytes, long due) {}

    private final SocketChannel client;
    private final SocketChannel target;
    private final Consumer<Relay> onClose;
    private final Deque<Chunk> toTarget = new ArrayDeque<>();
    private final Deque<Chunk> toClient = new ArrayDeque<>();
    private final SelectionKey clientKey;
    private final SelectionKey targetKey;

    Relay(SocketChannel client, InetSocketAddress address, Selector selector, Consumer<Relay> onClose)
            throws IOException {
        this.client = client;
        this.onClose = onClose;
        this.target = SocketChannel.open();
        try {
            // A connection on one machine comes about at once or not at all.
            target.connect(address);
            prepare(client);
            prepare(target);
        } catch (IOException refused) {
            reset(client);
            reset(target);
            throw refused;
        }
        clientKey = client.register(selector, SelectionKey.OP_READ, this);
        targetKey = target.register(selector, SelectionKey.OP_READ, this);
    }

    private static void prepare(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** @param due when what is read now may go on, as {@link System#nanoTime()} */
    void ready(SelectionKey key, long due) {
        boolean fromClient = key == clientKey;
        Deque<Chunk> waiting = fromClient ? toTarget : toClient;
        try {
            if (key.isReadable()) {
                read(fromClient ? client : target, waiting, due);
            }
        } catch (IOException broken) {
            close();
        }
    }

    private void read(SocketChannel from, Deque<Chunk> waiting, long due) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        int count = from.read(bytes);
        if (count < 0) {
            close();
        } else if (count > 0) {
            waiting.add(new Chunk(bytes.flip(), due));
        }
    }

    /** Passes on what is due. */
    void flush(long now, boolean stalled) {
        try {
            if (!stalled) {
                write(toTarget, target, now);
                write(toClient, client, now);
            }
            if (clientKey.isValid() && targetKey.isValid()) {
                clientKey.interestOps(interest(toTarget, toClient, now, stalled));
                targetKey.interestOps(interest(toClient, toTarget, now, stalled));
            }
        } catch (IOException broken) {
            close();
        }
    }

    private static void write(Deque<Chunk> waiting, SocketChannel to, long now) throws IOException {
        while (!waiting.isEmpty() && waiting.peek().due - now <= 0) {
            ByteBuffer bytes = waiting.peek().bytes;
            to.write(bytes);
            if (bytes.hasRemaining()) {
                return;
            }
            waiting.poll();
        }
    }

    private static int interest(Deque<Chunk> read, Deque<Chunk> written, long now, boolean stalled) {
        boolean blocked = !stalled && !written.isEmpty() && written.peek().due - now <= 0;
        return (read.size() < MOST_WAITING ? SelectionKey.OP_READ : 0) | (blocked ? SelectionKey.OP_WRITE : 0);
    }

    /** Resets both sides: what is under way is lost. */
    void close() {
        reset(client);
        reset(target);
        onClose.accept(this);
    }

    private static void reset(SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        } catch (IOException gone) {
            // It was closed by the other side: that is what was wanted.
        }
    }
}
