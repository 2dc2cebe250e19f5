package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whole duels: everybody asks for an opponent, answers each round a little after it opened, until the duel is over. */
final class DuelLoad implements Scenario, Crowd.Script {
    private static final Message.Field OPENS_AT = Message.Field.of("opensAt");
    private static final long ASK_AGAIN_NS = 5_000_000_000L;
    private static final long LONGEST_ROUND_NS = 45_000_000_000L;

    private final EventLoop loop;
    private final Job job;
    private final Checkpoints checkpoints;
    private final Crowd crowd;
    private final HttpLanes api;
    private final Answers answers;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> matches = new HashSet<>();
    private final Histogram matchmaking = new Histogram();
    private final Histogram openedLate = new Histogram();
    private final Receipts receipts = new Receipts();
    private final long[] askedAt;
    private final long[] opensAt;
    private final boolean[] matched;
    private int finished;

    DuelLoad(EventLoop loop, Job job, Checkpoints checkpoints) {
        this.loop = loop;
        this.job = job;
        this.checkpoints = checkpoints;
        this.crowd = new Crowd(loop, job, this);
        this.api = new HttpLanes(loop, job.api(), 32);
        this.answers = new Answers(loop);
        this.askedAt = new long[job.seats().size()];
        this.opensAt = new long[job.seats().size()];
        this.matched = new boolean[job.seats().size()];
    }

    @Override
    public Result run() throws IOException {
        crowd.enter();
        checkpoints.reach("begin");
        long begin = loop.now();
        int players = crowd.members().size();
        loop.series(begin, job.number("arrivals"), players, (index, due) -> {
            askedAt[index] = due;
            ask(crowd.members().get(index));
        });
        long bound = 60_000_000_000L + job.integer("rounds") * LONGEST_ROUND_NS;
        if (!loop.run(() -> finished == players && answers.waiting() == 0, bound)) {
            problems.add("only " + finished + " of " + players + " players saw the end of their duel");
        }
        double seconds = (loop.now() - begin) / 1e9;
        checkpoints.reach("end");
        return result(seconds);
    }

    /** Asking again for the same is asking for the same ticket. */
    private void ask(Member member) {
        String wish = "{\"settings\":{\"pace\":\"" + job.options().get("pace") + "\",\"count\":" + job.integer("rounds")
                + "}}";
        api.post("/v1/matchmaking/tickets", member.seat().token(), wish, answer -> {
            if (answer.status() != 201) {
                problem("a ticket was refused: " + answer);
            }
        });
        loop.at(loop.now() + ASK_AGAIN_NS, () -> {
            if (!matched[member.index()]) {
                ask(member);
            }
        });
    }

    @Override
    public void heard(Member member, Message message) {
        answers.heard(message);
        if (!message.isType("event")) {
            return;
        }
        if (message.isEvent("match-found")) {
            found(member, message);
            return;
        }
        receipts.note(message);
        if (message.isEvent("round-announced")) {
            opensAt[member.index()] = message.number(OPENS_AT) * 1_000_000;
        } else if (message.isEvent("round-opened")) {
            opened(member, message);
        } else if (message.isEvent("finished")) {
            finished++;
        }
    }

    private void found(Member member, Message message) {
        if (!matched[member.index()]) {
            matched[member.index()] = true;
            matchmaking.add(message.receivedAt() - askedAt[member.index()]);
            String match = message.text(Message.MATCH);
            matches.add(match);
            member.send(Crowd.join(match));
        }
    }

    private void opened(Member member, Message message) {
        if (opensAt[member.index()] > 0) {
            openedLate.add(message.receivedAt() - opensAt[member.index()]);
        }
        String match = message.text(Message.STREAM).substring("match:".length());
        long round = message.number(Message.ROUND);
        long think = crowd.random().nextLong(1_000_000L * job.integer("think"));
        long due = message.receivedAt() + think;
        int choice = crowd.random().nextInt(2);
        loop.at(due, () -> answers.send(member, match, round, choice, think / 1_000_000, due));
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

    private Result result(double seconds) throws IOException {
        Figures figures = new Figures();
        figures.put("duels", matches.size()).put("seconds_s", seconds);
        answers.add(figures);
        Latencies.add(figures, "matchmaking", matchmaking);
        Latencies.add(figures, "round_opened_late", openedLate);
        receipts.add(figures, checkpoints);
        int expected = crowd.members().size() * job.integer("rounds");
        if (answers.stored() != expected) {
            problem(answers.stored() + " of " + expected + " answers were stored");
        }
        return new Result("answer", answers.stored(), figures, problems);
    }
}
