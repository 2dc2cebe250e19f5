package app.vstrivia.local.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Moments at which the command does something that the load generator cannot: it looks at the processor time of the
 * servers, or kills one. The load generator says where it is on standard output and waits for a line.
 */
public class Checkpoints {
    /** Begins a line that names a checkpoint. */
    public static final String AT = "at ";

    /** Begins the last line. */
    public static final String RESULT = "result ";

    private final PrintStream out;
    private final BufferedReader in;

    Checkpoints(PrintStream out, BufferedReader in) {
        this.out = out;
        this.in = in;
    }

    /** Checkpoints that nobody attends, for a warm-up. */
    static Checkpoints unattended() {
        return new Checkpoints(new PrintStream(OutputStream.nullOutputStream()), null) {
            @Override
            String reach(String name) {
                return "/dev/null";
            }
        };
    }

    /** The command's answer, once it has done its part. */
    String reach(String name) throws IOException {
        out.println(AT + name);
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the command has ended");
        }
        return answer;
    }

    void result(String json) {
        out.println(RESULT + json);
    }
}
