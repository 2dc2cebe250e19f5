package app.vstrivia.local.prove.play;

import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.Frame;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One player: answers each round that opens after a moment's thought, now and then twice, too late, over HTTP, or not at
 * all; and loses the connection sometimes.
 */
final class Seat implements AutoCloseable {
    private static final int QUICKEST_MS = 100;
    private static final int SLOWEST_MS = 1_500;
    private static final double SILENT = 0.02;
    private static final double CHANGES_MIND = 0.08;
    private static final double OVER_HTTP_TOO = 0.08;

    private final TriviaClient client;
    private final Tape tape;
    private final Random random;
    private final double losesNetwork;
    private final ScheduledExecutorService clock;
    private final Timings timings;
    private final Violations violations;
    private final Set<String> finished = ConcurrentHashMap.newKeySet();
    /** Answers that are thought of, and not given yet. */
    private final AtomicInteger thinking = new AtomicInteger();

    private final AtomicInteger waitingOverHttp = new AtomicInteger();
    private final AtomicInteger acks = new AtomicInteger();
    private boolean multiple;
    private volatile String ticket;
    private volatile String match;

    Seat(
            TriviaNetwork network,
            Account account,
            Tape tape,
            Recovery recovery,
            Random random,
            double losesNetwork,
            ScheduledExecutorService clock,
            Timings timings,
            Violations violations) {
        this.tape = tape;
        this.random = random;
        this.losesNetwork = losesNetwork;
        this.clock = clock;
        this.timings = timings;
        this.violations = violations;
        this.client = new TriviaClient(network, account, recovery::nextSocket, recovery.following(tape));
        client.listen(this::hear).closed().thenAccept(code -> {
            if (code != 1000) {
                violations.add("turned-away", account.playerId() + " was told not to come back: " + code);
            }
        });
        client.connect();
    }

    String player() {
        return client.playerId();
    }

    TriviaClient client() {
        return client;
    }

    /** Waits for an opponent with this ticket. */
    void wish(String newTicket) {
        ticket = newTicket;
    }

    String ticket() {
        return ticket;
    }

    void plays(String newMatch) {
        match = newMatch;
    }

    String match() {
        return match;
    }

    int acks() {
        return acks.get();
    }

    boolean hasFinished(String played) {
        return finished.contains(played);
    }

    /** Whether it has said all that it is going to say, and was answered. */
    boolean isAcknowledged() {
        return thinking.get() == 0 && client.unacknowledged() == 0 && waitingOverHttp.get() == 0;
    }

    void forget(String played) {
        client.forget(played);
        finished.remove(played);
    }

    private void hear(Frame frame) {
        if (frame.isEvent("match-found")) {
            client.join(frame.data().path("match").asText());
        } else if (frame.isEvent("round-announced")) {
            multiple = frame.data().path("questionType").asText().equals("multiple");
        } else if (frame.isEvent("round-opened")) {
            think(frame);
        } else if (frame.isEvent("finished")
                || frame.type().equals("snapshot")
                        && frame.data().path("phase").asText().equals("finished")) {
            finished.add(matchOf(frame));
        }
    }

    private static String matchOf(Frame frame) {
        return frame.stream().substring("match:".length());
    }

    private void think(Frame opened) {
        if (random.nextDouble() < losesNetwork) {
            clock.schedule(client::drop, random.nextInt(SLOWEST_MS), TimeUnit.MILLISECONDS);
        }
        if (random.nextDouble() < SILENT) {
            return;
        }
        List<Integer> choices = choose(opened.data().path("choices").size());
        int thought = QUICKEST_MS + random.nextInt(SLOWEST_MS - QUICKEST_MS);
        boolean again = random.nextDouble() < CHANGES_MIND;
        boolean http = random.nextDouble() < OVER_HTTP_TOO;
        answerIn(thought, () -> answer(opened, choices, thought, http));
        if (again) {
            answerIn(thought + 50, () -> answer(opened, List.of(0), thought + 50, false));
        }
    }

    private void answerIn(int millis, Runnable answer) {
        thinking.incrementAndGet();
        clock.schedule(
                () -> {
                    answer.run();
                    thinking.decrementAndGet();
                },
                millis,
                TimeUnit.MILLISECONDS);
    }

    private List<Integer> choose(int choices) {
        List<Integer> chosen = new ArrayList<>(List.of(random.nextInt(choices)));
        if (multiple && choices > 1 && random.nextBoolean()) {
            chosen.add((chosen.get(0) + 1 + random.nextInt(choices - 1)) % choices);
            chosen.sort(null);
        }
        return chosen;
    }

    private void answer(Frame opened, List<Integer> choices, int elapsed, boolean http) {
        String id = UUID.randomUUID().toString();
        String played = matchOf(opened);
        int round = opened.data().path("round").asInt();
        long start = System.nanoTime();
        client.answer(id, played, round, choices, elapsed).whenComplete((ack, failure) -> {
            if (failure == null) {
                acks.incrementAndGet();
                timings.of(Timings.Kind.ACK).add((System.nanoTime() - start) / 1e6);
            } else if (!client.closed().isDone()) {
                violations.add("answer", player() + " in " + played + ": " + failure.getMessage());
            }
        });
        if (http) {
            answerOverHttp(id, played, round, choices, elapsed);
        }
    }

    /** The same answer, as one sends it whose socket is gone. What becomes of it is told, or is not. */
    private void answerOverHttp(String id, String played, int round, List<Integer> choices, int elapsed) {
        ObjectNode body = TriviaApi.object().put("id", id).put("round", round).put("elapsed", elapsed);
        choices.forEach(body.putArray("choices")::add);
        tape.sentOverHttp(body.deepCopy().put("match", played).toString());
        waitingOverHttp.incrementAndGet();
        client.account()
                .send("POST", "/v1/matches/" + played + "/answers", body)
                .whenComplete((outcome, failure) -> toldOverHttp(outcome));
    }

    private void toldOverHttp(JsonNode outcome) {
        if (outcome != null && outcome.has("status")) {
            tape.toldOverHttp(outcome.toString());
        }
        waitingOverHttp.decrementAndGet();
    }

    @Override
    public void close() throws IOException {
        client.close();
        tape.close();
    }
}
