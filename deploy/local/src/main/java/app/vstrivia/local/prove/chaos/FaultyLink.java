package app.vstrivia.local.prove.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * A TCP proxy on 127.0.0.1 that can be told to misbehave. One thread moves the bytes of all connections; whatever else
 * is asked for is done by that thread, too.
 */
public final class FaultyLink implements AutoCloseable {
    private static final long TICK_MS = 5;

    private final InetSocketAddress target;
    private final Selector selector;
    private final ServerSocketChannel server;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Runnable> requests = new ConcurrentLinkedQueue<>();
    private final List<Relay> relays = new ArrayList<>();
    private volatile boolean closed;
    private volatile long delayNanos;
    private volatile long delayedUntil;
    private volatile long stalledUntil;
    private volatile long refusingUntil;

    /** @param port where the connections go on to, on 127.0.0.1 */
    public FaultyLink(String name, int port) throws IOException {
        target = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        stalledUntil = System.nanoTime();
        refusingUntil = stalledUntil;
        delayedUntil = stalledUntil;
        thread = new Thread(this::run, "link-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public int port() {
        return server.socket().getLocalPort();
    }

    /** Breaks all connections. */
    public void cutAll() {
        request(() -> List.copyOf(relays).forEach(Relay::close));
    }

    /** Breaks one connection. */
    public void cutOne(Random random) {
        int any = random.nextInt(Integer.MAX_VALUE);
        request(() -> {
            if (!relays.isEmpty()) {
                relays.get(any % relays.size()).close();
            }
        });
    }

    /** What is sent within {@code millis} arrives {@code delay} ms later. */
    public void delay(int delay, int millis) {
        delayNanos = TimeUnit.MILLISECONDS.toNanos(delay);
        delayedUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Nothing arrives for {@code millis}, though the connections stand. */
    public void stall(int millis) {
        stalledUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Breaks all connections, and each new one at once, for {@code millis}. */
    public void refuse(int millis) {
        refusingUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        cutAll();
    }

    /** A faultless link again. */
    public void heal() {
        long now = System.nanoTime();
        delayedUntil = now;
        stalledUntil = now;
        refusingUntil = now;
    }

    private void request(Runnable what) {
        requests.add(what);
        selector.wakeup();
    }

    private void run() {
        while (!closed) {
            try {
                selector.select(key -> handle(key), TICK_MS);
                for (Runnable next = requests.poll(); next != null; next = requests.poll()) {
                    next.run();
                }
                long now = System.nanoTime();
                boolean stalled = stalledUntil - now > 0;
                List.copyOf(relays).forEach(relay -> relay.flush(now, stalled));
            } catch (IOException broken) {
                throw new IllegalStateException("the selector of a link broke", broken);
            }
        }
        List.copyOf(relays).forEach(Relay::close);
    }

    private void handle(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            accept();
        } else {
            long now = System.nanoTime();
            ((Relay) key.attachment()).ready(key, delayedUntil - now > 0 ? now + delayNanos : now);
        }
    }

    private void accept() {
        try {
            SocketChannel client = server.accept();
            if (client == null) {
                return;
            }
            if (refusingUntil - System.nanoTime() > 0) {
                client.setOption(StandardSocketOptions.SO_LINGER, 0);
                client.close();
                return;
            }
            relays.add(new Relay(client, target, selector, relays::remove));
        } catch (IOException failed) {
            // The client is gone already, or the target is: to the client both look like a broken connection.
            selector.wakeup();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        server.close();
        selector.close();
    }
}
