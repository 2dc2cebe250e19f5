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
        String mark = terminal.red("✘");
        String text = "";
        try {
            T result = step.call();
            mark = terminal.green("✔");
            text = detail.apply(result);
            return result;
        } finally {
            ticker.interrupt();
            ticker.join();
            show(name, mark, start, text);
        }
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

    private void show(String name, String mark, long start, String detail) {
        terminal.line(String.format(Locale.ROOT, "  %-18s %s %.1f s  %s", name, mark, seconds(start), detail)
                .stripTrailing());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
