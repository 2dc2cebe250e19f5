package app.vstrivia.local.bench;

import app.vstrivia.local.bench.load.Checkpoints;
import app.vstrivia.local.bench.load.Job;
import app.vstrivia.local.bench.load.LoadGenerator;
import app.vstrivia.local.bench.load.Result;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load generator as seen from the command that started it. */
final class LoadProcess implements AutoCloseable {
    /** Does the command's part at a checkpoint; what it answers goes to the load generator, one line. */
    interface Attendant {
        String reached(String checkpoint) throws Exception;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;

    private LoadProcess(Process process) {
        this.process = process;
    }

    /** @param file where to put the job; it holds access tokens, so a place that only this user reads */
    static LoadProcess start(Job job, Path file, int cpu) throws IOException {
        return start(job, file, cpu, System.getProperty("java.class.path"), LoadGenerator.class.getName());
    }

    /** The same of another program, which keeps to the same checkpoints. */
    static LoadProcess start(Object job, Path file, int cpu, String classPath, String main) throws IOException {
        JSON.writeValue(file.toFile(), job);
        List<String> command = new ArrayList<>(Pinning.prefix(cpu));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms256m",
                "-Xmx1500m",
                "-cp",
                classPath,
                main,
                file.toString()));
        return new LoadProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /** Attends it to its end. */
    Result attend(Attendant attendant) throws Exception {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter in = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(Checkpoints.AT)) {
                in.println(attendant.reached(line.substring(Checkpoints.AT.length())));
                in.flush();
            } else if (line.startsWith(Checkpoints.RESULT)) {
                return JSON.readValue(line.substring(Checkpoints.RESULT.length()), Result.class);
            }
        }
        throw new IOException("the load generator ended with status " + process.waitFor() + " and without a result");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
