package app.vstrivia.local.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The process that makes the load: reads its job from a file, does it, prints what it found. */
public final class LoadGenerator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LoadGenerator() {}

    public static void main(String[] arguments) {
        try (EventLoop loop = new EventLoop()) {
            Job job = JSON.readValue(Path.of(arguments[0]).toFile(), Job.class);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Checkpoints checkpoints =
                    new Checkpoints(out, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
            warmUp(loop, job);
            Job rest = job.part(job.warmUp(), job.seats().size());
            checkpoints.result(
                    JSON.writeValueAsString(scenario(loop, rest, checkpoints).run()));
        } catch (IOException | RuntimeException failure) {
            System.err.println("The load generator failed: " + failure);
            System.exit(1);
        }
    }

    /** The first runs of a JVM's code are no measure of it. */
    private static void warmUp(EventLoop loop, Job job) throws IOException {
        if (job.warmUp() > 0) {
            Scenario scenario = scenario(loop, job.part(0, job.warmUp()), Checkpoints.unattended());
            scenario.run().problems().forEach(problem -> System.err.println("  While warming up: " + problem));
            scenario.leave();
        }
    }

    private static Scenario scenario(EventLoop loop, Job job, Checkpoints checkpoints) {
        return switch (job.mode()) {
            case "fanout" -> new FanoutLoad(loop, job, checkpoints);
            case "duels" -> new DuelLoad(loop, job, checkpoints);
            case "room" -> new RoomLoad(loop, job, checkpoints);
            case "answers" -> new AnswerLoad(loop, job, checkpoints);
            case "idle" -> new IdleLoad(loop, job, checkpoints);
            case "storm" -> new StormLoad(loop, job, checkpoints);
            case "tokens" -> new TokenLoad(loop, job, checkpoints);
            default -> throw new IllegalArgumentException("no benchmark " + job.mode());
        };
    }
}
