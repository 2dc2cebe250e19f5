package app.vstrivia.local.terminal;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Shows each step of a start with its time, while it works and when it is done. */
public final class Steps {
    private static final int TICK_MILLIS = 100;

    private final Terminal terminal;

    public Steps(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param detail what to say about the outcome, such as the address */
    public <T> T run(String name, Function<T, String> detail, Callable<T> step) throws Exception {
        long start = System.nanoTime();
        Thread ticker = new Thread(() -> tick(name, start), "progress");
        ticker.setDaemon(true);
        if (terminal.interactive()) {
            ticker.start();
        }
        T result;
        try {
            result = step.call();
        } catch (Exception failure) {
            end(ticker);
            show(name, terminal.red("✘"), start, "");
            throw failure;
        }
        end(ticker);
        show(name, terminal.green("✔"), start, detail.apply(result));
        return result;
    }

    /** A part that is not started because the user runs one already. */
    public void note(String name, String text) {
        terminal.line(String.format(Locale.ROOT, "  %-18s – %s", name, text));
    }

    private void tick(String name, long start) {
        try {
            while (true) {
                terminal.progress(String.format(Locale.ROOT, "  %-18s … %.1f s", name, seconds(start)));
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Thread ticker) throws InterruptedException {
        ticker.interrupt();
        ticker.join();
    }

    private void show(String name, String mark, long start, String detail) {
        terminal.line(String.format(Locale.ROOT, "  %-18s %s %.1f s  %s", name, mark, seconds(start), detail)
                .stripTrailing());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
