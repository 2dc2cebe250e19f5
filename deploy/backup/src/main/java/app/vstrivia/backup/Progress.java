package app.vstrivia.backup;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells of each step how long it took, and every ten seconds how far it is. */
public final class Progress {
    private static final long TICK_MILLIS = 10_000;

    private final PrintStream out;
    private final long start = System.nanoTime();
    private volatile Supplier<String> state = () -> "";

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(text);
    }

    /** What is asked every ten seconds within the step that runs. */
    public void state(Supplier<String> state) {
        this.state = state;
    }

    /** @param detail what to say of the outcome */
    public <T> T step(String name, Function<T, String> detail, Callable<T> step) throws Exception {
        long begin = System.nanoTime();
        state = () -> "";
        Thread ticker = new Thread(() -> tick(name, begin), "progress");
        ticker.setDaemon(true);
        ticker.start();
        try {
            T result = step.call();
            show(name, "done", begin, detail.apply(result));
            return result;
        } catch (Exception failure) {
            show(name, "FAILED", begin, "");
            throw failure;
        } finally {
            ticker.interrupt();
        }
    }

    /** Seconds since the command began. */
    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void tick(String name, long begin) {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                show(name, "...", begin, state.get());
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String name, String mark, long begin, String detail) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(String.format(Locale.ROOT, "  %-12s %-6s %7.1f s  %s", name, mark, seconds, detail)
                .stripTrailing());
    }

    /** Bytes as people read them. */
    public static String size(long bytes) {
        return bytes < 10_000_000
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
