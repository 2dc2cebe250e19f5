package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One room from its opening to its end: everybody joins in one wave, everybody answers each round. Seat 0 is the host. */
final class RoomLoad implements Scenario, Crowd.Script {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Message.Field CLOSES_AT = Message.Field.of("closesAt");

    /** Of the others there may be one for each player, for each player. */
    private static final Set<String> NOTED =
            Set.of("starting", "round-announced", "round-opened", "round-sealed", "round-revealed", "finished");

    private static final long MINUTE_NS = 60_000_000_000L;

    private final EventLoop loop;
    private final Job job;
    private final Checkpoints checkpoints;
    private final Crowd crowd;
    private final HttpLanes api;
    private final Answers answers;
    private final List<String> problems = new ArrayList<>();
    private final Histogram entered = new Histogram();
    private final Histogram inRoom = new Histogram();
    private final Histogram revealLate = new Histogram();
    private final Histogram result = new Histogram();
    private final Histogram lastResult = new Histogram();
    private final Receipts receipts = new Receipts();
    private final long[] joinDue;
    private String match = "";
    private String pin = "";
    private int in;
    private int finished;
    private int results;
    private long revealedRound;
    private long revealedAt;
    private long sealDue;
    private long frames;

    RoomLoad(EventLoop loop, Job job, Checkpoints checkpoints) {
        this.loop = loop;
        this.job = job;
        this.checkpoints = checkpoints;
        this.crowd = new Crowd(loop, job, this);
        this.api = new HttpLanes(loop, job.api(), 64);
        this.answers = new Answers(loop);
        this.joinDue = new long[job.seats().size()];
    }

    @Override
    public Result run() throws IOException {
        crowd.enter();
        open();
        checkpoints.reach("begin");
        double seconds = join();
        start();
        play();
        checkpoints.reach("end");
        return result(seconds);
    }

    private void open() throws IOException {
        String settings = "{\"settings\":{\"pace\":\"" + job.options().get("pace") + "\",\"count\":"
                + job.integer("rounds") + "}}";
        api.post("/v1/rooms", host().seat().token(), settings, answer -> {
            if (answer.status() != 201) {
                throw new IllegalStateException("the API opened no room: " + answer);
            }
            JsonNode room = read(answer.body());
            match = room.path("matchId").asText();
            pin = room.path("pin").asText();
            host().send(Crowd.join(match));
        });
        await(() -> in == 1, MINUTE_NS, "the host did not get into the room");
    }

    private Member host() {
        return crowd.members().get(0);
    }

    /** The wave; answers with how long it took until everybody was in, in s. */
    private double join() throws IOException {
        int players = crowd.members().size() - 1;
        double rate = job.number("arrivals");
        long begin = loop.now();
        loop.series(begin, rate, players, (index, due) -> {
            Member member = crowd.members().get(index + 1);
            joinDue[member.index()] = due;
            api.post("/v1/rooms/join", member.seat().token(), "{\"pin\":\"" + pin + "\"}", answer -> {
                if (answer.status() != 200) {
                    problem("a player was not let in: " + answer);
                }
                entered.add(loop.now() - due);
                member.send(Crowd.join(match));
            });
        });
        await(() -> in == players + 1, (long) (players / rate * 1e9) + 10 * MINUTE_NS, "not all players got in");
        return (loop.now() - begin) / 1e9;
    }

    private void start() {
        frames = 0;
        api.post("/v1/rooms/" + match + "/start", host().seat().token(), "", answer -> {
            if (answer.status() != 204) {
                throw new IllegalStateException("the room did not start: " + answer);
            }
        });
    }

    private void play() throws IOException {
        int everybody = crowd.members().size();
        long bound = MINUTE_NS * (1 + job.integer("rounds"));
        await(() -> finished == everybody && answers.waiting() == 0, bound, "not everybody saw the end");
    }

    private void await(BooleanSupplier done, long nanos, String otherwise) throws IOException {
        if (!loop.run(done, nanos)) {
            throw new IOException(otherwise + " (" + in + " in, " + finished + " finished). " + problems);
        }
    }

    @Override
    public void heard(Member member, Message message) {
        frames++;
        answers.heard(message);
        if (message.isType("snapshot") && member.isResumed() && !match.isEmpty()) {
            in++;
            if (member != host()) {
                inRoom.add(message.receivedAt() - joinDue[member.index()]);
            }
        } else if (message.isType("result")) {
            result(message);
        } else if (message.isType("event") && NOTED.contains(message.text(Message.KIND))) {
            receipts.note(message);
            event(member, message);
        }
    }

    private void event(Member member, Message message) {
        if (message.isEvent("round-opened") && member != host()) {
            sealDue = message.number(CLOSES_AT) * 1_000_000;
            long round = message.number(Message.ROUND);
            long think = crowd.random().nextLong(1_000_000L * job.integer("think"));
            long due = message.receivedAt() + think;
            int choice = crowd.random().nextInt(2);
            loop.at(due, () -> answers.send(member, match, round, choice, think / 1_000_000, due));
        } else if (message.isEvent("round-revealed")) {
            revealed(message);
        } else if (message.isEvent("finished")) {
            finished++;
        }
    }

    /** A round may be revealed once all have answered, or its time is up: late is what comes on top of that. */
    private void revealed(Message message) {
        long round = message.number(Message.ROUND);
        if (round > revealedRound) {
            revealedRound = round;
            revealedAt = message.receivedAt();
            results = 0;
            boolean all = answers.waiting() == 0;
            revealLate.add(message.receivedAt() - (all ? Math.min(sealDue, answers.lastAckAt()) : sealDue));
        }
    }

    private void result(Message message) {
        results++;
        result.add(message.receivedAt() - revealedAt);
        if (results == crowd.members().size() - 1) {
            lastResult.add(message.receivedAt() - revealedAt);
        }
    }

    @Override
    public void leave() {
        crowd.leave();
    }

    @Override
    public void lost(Member member, int why) {
        problem("a connection ended with " + why);
    }

    private void problem(String what) {
        if (problems.size() < 5) {
            problems.add(what);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new IllegalStateException("not JSON: " + json, broken);
        }
    }

    private Result result(double joinSeconds) throws IOException {
        int players = crowd.members().size() - 1;
        Figures figures = new Figures();
        figures.put("players", players).put("join_s", joinSeconds).put("joins_per_s", players / joinSeconds);
        Latencies.add(figures, "join_request", entered);
        Latencies.add(figures, "join", inRoom);
        answers.add(figures);
        Latencies.add(figures, "reveal_late", revealLate);
        Latencies.add(figures, "result_after_reveal", result);
        Latencies.add(figures, "last_result_after_reveal", lastResult);
        figures.put("frames_after_start", frames);
        receipts.add(figures, checkpoints);
        int expected = players * job.integer("rounds");
        if (answers.stored() != expected) {
            problem(answers.stored() + " of " + expected + " answers were stored");
        }
        return new Result("answer", answers.stored(), figures, problems);
    }
}
