package app.vstrivia.local.bench.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running JVM, asked through {@code jcmd} of this JDK. */
public final class JavaProcess {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final long pid;

    public JavaProcess(long pid) {
        this.pid = pid;
    }

    /** Collects garbage twice: what the first run lets go may hold more that the second one frees. */
    public void collectGarbage() throws IOException, InterruptedException {
        command("GC.run");
        command("GC.run");
    }

    /** What the heap holds, in KiB; dead objects included. */
    public long heapUsed() throws IOException, InterruptedException {
        return sum(heap(command("GC.heap_info")));
    }

    /** What the classes take, in KiB. */
    public long metaspaceUsed() throws IOException, InterruptedException {
        return metaspace(command("GC.heap_info"));
    }

    /** The generations, or the one heap, without metaspace. */
    static String heap(String info) {
        int at = info.indexOf("Metaspace");
        return at < 0 ? info : info.substring(0, at);
    }

    static long metaspace(String info) {
        int at = info.indexOf("Metaspace");
        Matcher used = USED.matcher(at < 0 ? "" : info.substring(at));
        return used.find() ? Long.parseLong(used.group(1)) : 0;
    }

    static long sum(String heap) {
        long sum = 0;
        for (Matcher used = USED.matcher(heap); used.find(); ) {
            sum += Long.parseLong(used.group(1));
        }
        return sum;
    }

    private String command(String what) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), what)
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + what + " failed: " + output.strip());
        }
        return output;
    }
}
