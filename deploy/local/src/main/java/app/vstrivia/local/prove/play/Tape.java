package app.vstrivia.local.prove.play;

import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.Journal;
import app.vstrivia.local.prove.check.Entry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Records one client's traffic in a file, and passes it on. */
final class Tape implements Journal, AutoCloseable {
    private final String player;
    private final Consumer<Entry> next;
    private final BufferedWriter file;

    Tape(String player, Path directory, Consumer<Entry> next) throws IOException {
        this.player = player;
        this.next = next;
        this.file = Files.newBufferedWriter(directory.resolve(player + ".tape"));
    }

    @Override
    public void connecting(int connection, URI socket) {
        note(connection, System.nanoTime(), Entry.What.CONNECTING, socket.toString());
    }

    @Override
    public void sent(int connection, String text) {
        note(connection, System.nanoTime(), Entry.What.SENT, text);
    }

    @Override
    public void received(Frame frame, boolean applied) {
        note(frame.connection(), frame.receivedAt(), applied ? Entry.What.APPLIED : Entry.What.IGNORED, frame.text());
    }

    @Override
    public void ended(int connection, int code) {
        note(connection, System.nanoTime(), Entry.What.ENDED, Integer.toString(code));
    }

    void sentOverHttp(String answer) {
        note(0, System.nanoTime(), Entry.What.HTTP_SENT, answer);
    }

    void toldOverHttp(String outcome) {
        note(0, System.nanoTime(), Entry.What.HTTP_OUTCOME, outcome);
    }

    private synchronized void note(int connection, long at, Entry.What what, String text) {
        Entry entry = new Entry(player, connection, at, what, text);
        try {
            file.write(entry.line());
            file.newLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        next.accept(entry);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
