package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Devices register, get tokens with their secrets, and then again and again with refresh tokens: each lane asks for the
 * next as soon as it has an answer, so the rate is what the API can do. A device is one lane's alone: its refresh tokens
 * come one after the other.
 */
final class TokenLoad implements Scenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NS = 300_000_000_000L;
    private static final int MOST_PROBLEMS = 5;

    private final EventLoop loop;
    private final Job job;
    private final Checkpoints checkpoints;
    private final HttpLanes api;
    private final List<Device> devices = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    TokenLoad(EventLoop loop, Job job, Checkpoints checkpoints) {
        this.loop = loop;
        this.job = job;
        this.checkpoints = checkpoints;
        this.api = new HttpLanes(loop, job.api(), job.integer("lanes"));
        for (int i = 0; i < Math.max(job.integer("devices"), job.integer("lanes")); i++) {
            devices.add(new Device());
        }
    }

    @Override
    public Result run() throws IOException {
        int exchanges = job.integer("exchanges");
        warmUp();
        Figures figures = new Figures();
        phase("registration", devices.size(), Device::register, figures);
        checkpoints.reach("begin");
        phase("secret_exchange", exchanges, Device::signIn, figures);
        phase("refresh_exchange", exchanges, Device::refresh, figures);
        checkpoints.reach("end");
        return new Result("exchange", 2L * exchanges, figures, problems);
    }

    private void warmUp() throws IOException {
        int warm = job.integer("warm");
        run(devices.size(), Device::register, new Histogram());
        run(warm, Device::signIn, new Histogram());
        run(devices.size(), Device::signIn, new Histogram());
        run(warm, Device::refresh, new Histogram());
    }

    private void phase(String name, int count, Action action, Figures figures) throws IOException {
        Histogram latencies = new Histogram();
        checkpoints.reach("begin " + name);
        long begin = loop.now();
        run(count, action, latencies);
        double seconds = (loop.now() - begin) / 1e9;
        checkpoints.reach("end " + name);
        figures.put(name + "s", latencies.count()).put(name + "s_per_s", latencies.count() / seconds);
        Latencies.add(figures, name, latencies);
        if (latencies.count() != count) {
            problems.add(0, "only " + latencies.count() + " of " + count + " of " + name + " succeeded");
        }
    }

    /** Each lane does its share, device by device of those that are its own, from the first one again after the last. */
    private void run(int count, Action action, Histogram latencies) throws IOException {
        Work work = new Work(action, latencies);
        int lanes = job.integer("lanes");
        for (int lane = 0; lane < lanes; lane++) {
            work.next(lane, 0, (count - lane + lanes - 1) / lanes);
        }
        loop.run(() -> work.done == count, PATIENCE_NS);
    }

    @Override
    public void leave() {
        // Connections of requests end with the process.
    }

    /** What is asked of a device; {@code answered} hears whether it got what it wanted. */
    private interface Action {
        void ask(Device device, Answered answered);
    }

    private interface Answered {
        void by(boolean success);
    }

    private final class Work {
        private final Action action;
        private final Histogram latencies;
        private int done;

        Work(Action action, Histogram latencies) {
            this.action = action;
            this.latencies = latencies;
        }

        void next(int lane, int index, int share) {
            if (index >= share) {
                return;
            }
            int lanes = job.integer("lanes");
            int own = (devices.size() - lane + lanes - 1) / lanes;
            long asked = loop.now();
            action.ask(devices.get(lane + index % own * lanes), success -> {
                done++;
                if (success) {
                    latencies.add(loop.now() - asked);
                }
                next(lane, index + 1, share);
            });
        }
    }

    private final class Device {
        private String id = "";
        private String secret = "";
        private String refreshToken = "";

        void register(Answered answered) {
            post("/v1/devices", "{\"name\":\"Benchmark\"}", 201, answered, answer -> {
                id = answer.path("deviceId").asText();
                secret = answer.path("secret").asText();
            });
        }

        void signIn(Answered answered) {
            String body = "{\"deviceId\":\"" + id + "\",\"secret\":\"" + secret + "\"}";
            post("/v1/tokens", body, 200, answered, this::keep);
        }

        void refresh(Answered answered) {
            post("/v1/tokens/refresh", "{\"refreshToken\":\"" + refreshToken + "\"}", 200, answered, this::keep);
        }

        private void keep(JsonNode tokens) {
            refreshToken = tokens.path("refreshToken").asText();
        }

        private void post(String path, String body, int expected, Answered answered, Hearer hearer) {
            api.post(path, "", body, answer -> {
                boolean success = answer.status() == expected;
                if (success) {
                    hearer.hear(parse(answer.body()));
                } else if (problems.size() < MOST_PROBLEMS) {
                    problems.add("POST " + path + " was answered with " + answer.status());
                }
                answered.by(success);
            });
        }
    }

    private interface Hearer {
        void hear(JsonNode answer);
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("the API answers in JSON", notJson);
        }
    }
}
