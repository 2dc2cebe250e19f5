package app.vstrivia.local.demo;

import app.vstrivia.local.client.Ack;
import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A player who answers every round at random, after the time that a quick human takes. */
final class Bot implements AutoCloseable {
    private static final int QUICKEST_MILLIS = 600;
    private static final int SLOWEST_MILLIS = 2_500;

    private final TriviaClient client;
    private final String match;
    private final Random random;
    private final ScheduledExecutorService clock;
    private final Map<Integer, Ack> acks = new ConcurrentHashMap<>();
    private final Map<Integer, JsonNode> results = new ConcurrentHashMap<>();
    private volatile boolean multiple;

    Bot(TriviaClient client, String match, Random random, ScheduledExecutorService clock) {
        this.client = client;
        this.match = match;
        this.random = random;
        this.clock = clock;
    }

    void play() {
        client.listen(this::hear);
        client.join(match);
    }

    /** Of other matches nothing: the same client plays one after the other, and an earlier bot of it still hears. */
    private void hear(Frame frame) {
        if (!isOf(match, frame)) {
            return;
        }
        if (frame.type().equals("result")) {
            results.put(frame.json().path("round").asInt(), frame.json());
        } else if (frame.isEvent("round-announced")) {
            multiple = frame.data().path("questionType").asText().equals("multiple");
        } else if (frame.isEvent("round-opened")) {
            answerLater(frame);
        }
    }

    static boolean isOf(String match, Frame frame) {
        return frame.stream().equals("match:" + match)
                || frame.json().path("match").asText().equals(match);
    }

    private void answerLater(Frame opened) {
        int round = opened.data().path("round").asInt();
        List<Integer> choices = choose(opened.data().path("choices").size());
        int delay = random.nextInt(QUICKEST_MILLIS, SLOWEST_MILLIS + 1);
        clock.schedule(
                () -> {
                    long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - opened.receivedAt());
                    client.answer(match, round, choices, elapsed).thenAccept(ack -> acks.put(round, ack));
                },
                delay,
                TimeUnit.MILLISECONDS);
    }

    private List<Integer> choose(int choices) {
        int first = random.nextInt(choices);
        List<Integer> chosen = new ArrayList<>(List.of(first));
        if (multiple && choices > 1 && random.nextBoolean()) {
            chosen.add((first + 1 + random.nextInt(choices - 1)) % choices);
            chosen.sort(null);
        }
        return chosen;
    }

    TriviaClient client() {
        return client;
    }

    /** What came of the match's stream, in order, also what was ignored. */
    List<Frame> frames() {
        String stream = "match:" + match;
        return client.frames().stream()
                .filter(frame -> frame.stream().equals(stream))
                .toList();
    }

    String name() {
        return client.account().name();
    }

    Map<Integer, Ack> acks() {
        return acks;
    }

    /** The player's own result of a round, if it has come. */
    JsonNode result(int round) {
        return results.get(round);
    }

    @Override
    public void close() {
        client.close();
    }
}
