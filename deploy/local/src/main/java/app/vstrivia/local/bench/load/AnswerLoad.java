package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Answers at a steady rate to rounds that stay open: every one is new, so every acknowledgement follows a commit. */
final class AnswerLoad implements Scenario, Crowd.Script {
    private static final long DRAIN_NS = 30_000_000_000L;

    private final EventLoop loop;
    private final Job job;
    private final Checkpoints checkpoints;
    private final Crowd crowd;
    private final Answers answers;
    private final List<String> problems = new ArrayList<>();
    private int next;

    AnswerLoad(EventLoop loop, Job job, Checkpoints checkpoints) {
        this.loop = loop;
        this.job = job;
        this.checkpoints = checkpoints;
        this.crowd = new Crowd(loop, job, this);
        this.answers = new Answers(loop);
    }

    @Override
    public Result run() throws IOException {
        crowd.enter();
        series((int) (job.number("warm") * job.number("rate")));
        answers.restart();
        checkpoints.reach("begin");
        long begin = loop.now();
        int count = (int) (job.number("seconds") * job.number("rate"));
        series(count);
        double seconds = (loop.now() - begin) / 1e9;
        checkpoints.reach("end");
        Figures figures = new Figures().put("answers", count).put("answers_per_s", answers.stored() / seconds);
        answers.add(figures);
        if (answers.stored() != count) {
            problems.add("only " + answers.stored() + " of " + count + " answers were stored");
        }
        return new Result("answer", answers.stored(), figures, problems);
    }

    private void series(int count) throws IOException {
        int end = next + count;
        loop.series(loop.now() + 2_000_000, job.number("rate"), count, (index, due) -> answer(due));
        loop.run(() -> next == end && answers.waiting() == 0, (long) (count / job.number("rate") * 1e9) + DRAIN_NS);
    }

    /** All players answer once, then all in their next match, and so on. */
    private void answer(long due) {
        int players = crowd.members().size();
        Member member = crowd.members().get(next % players);
        int match = member.seat().matches().get(next / players);
        next++;
        answers.send(member, job.matches().get(match), 1, next & 1, 0, due);
    }

    @Override
    public void heard(Member member, Message message) {
        answers.heard(message);
    }

    @Override
    public void leave() {
        crowd.leave();
    }

    @Override
    public void lost(Member member, int why) {
        problems.add("a connection ended with " + why);
    }
}
