package app.vstrivia.backup.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One of the programs while it runs. Closing it ends it, if it has not ended. */
public final class Running implements AutoCloseable {
    private static final int LINES_KEPT = 10;

    private final Process process;
    private final String name;
    private final Deque<String> said = new ArrayDeque<>();
    private final Thread listener;

    private Running(Process process, String name) {
        this.process = process;
        this.name = name;
        this.listener = new Thread(this::listen, name);
        listener.setDaemon(true);
    }

    public static Running start(List<String> call) throws IOException {
        String name = call.get(0).substring(call.get(0).lastIndexOf('/') + 1);
        Running running = new Running(new ProcessBuilder(call).start(), name);
        running.listener.start();
        return running;
    }

    public InputStream output() {
        return process.getInputStream();
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Waits for the end. @throws IOException if it was not a good one; with what the program said */
    public void awaitSuccess() throws IOException, InterruptedException {
        int status = process.waitFor();
        listener.join();
        if (status != 0) {
            throw failure("ended with " + status);
        }
    }

    /** What happened, and what the program said last. */
    public IOException failure(String what) {
        synchronized (said) {
            return new IOException(name + " " + what + (said.isEmpty() ? "." : ": " + String.join("\n", said)));
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.addLast(line);
                    if (said.size() > LINES_KEPT) {
                        said.removeFirst();
                    }
                }
            }
        } catch (IOException failure) {
            if (process.isAlive()) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
