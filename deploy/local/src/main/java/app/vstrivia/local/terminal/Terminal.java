package app.vstrivia.local.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the user reads. In colour only on a terminal, and not if {@code NO_COLOR} is set. */
public final class Terminal {
    private final PrintStream out;
    private final boolean interactive;
    private final boolean colour;
    /** Whether the present line is one to be replaced. */
    private boolean pending;

    public Terminal(PrintStream out, boolean interactive, boolean colour) {
        this.out = out;
        this.interactive = interactive;
        this.colour = colour;
    }

    /** Standard output, in UTF-8 whatever the locale. The scripts know whether it is a terminal and say so. */
    public static Terminal standard() {
        boolean interactive = Boolean.getBoolean("trivia.terminal");
        String noColour = System.getenv("NO_COLOR");
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                interactive,
                interactive && (noColour == null || noColour.isEmpty()));
    }

    /** Shows nothing. */
    public static Terminal silent() {
        return new Terminal(new PrintStream(OutputStream.nullOutputStream()), false, false);
    }

    public synchronized void line(String text) {
        out.println((pending ? "\r\u001b[K" : "") + text);
        pending = false;
    }

    /** Replaces the present line; shown on a terminal only. */
    public synchronized void progress(String text) {
        if (interactive) {
            out.print("\r\u001b[K" + text);
            out.flush();
            pending = true;
        }
    }

    public boolean interactive() {
        return interactive;
    }

    public String bold(String text) {
        return style("1", text);
    }

    public String dim(String text) {
        return style("2", text);
    }

    public String green(String text) {
        return style("32", text);
    }

    public String red(String text) {
        return style("31", text);
    }

    public String cyan(String text) {
        return style("36", text);
    }

    private String style(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
