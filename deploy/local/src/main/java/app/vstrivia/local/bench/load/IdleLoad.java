package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.util.List;

/** Connections that said hello and then do nothing but beat. */
final class IdleLoad implements Scenario, Crowd.Script {
    private static final long SETTLE_NS = 3_000_000_000L;

    private final EventLoop loop;
    private final Job job;
    private final Checkpoints checkpoints;
    private final Crowd crowd;
    private long lost;

    IdleLoad(EventLoop loop, Job job, Checkpoints checkpoints) {
        this.loop = loop;
        this.job = job;
        this.checkpoints = checkpoints;
        this.crowd = new Crowd(loop, job, this);
    }

    /** Those who warm the service up stay: what the first connections of a process cost is not a connection's price. */
    @Override
    public Result run() throws IOException {
        int early = Math.min(job.integer("warm"), crowd.members().size() - 1);
        crowd.enter(early);
        rest(SETTLE_NS);
        checkpoints.reach("memory before");
        long begin = loop.now();
        crowd.enter();
        double connecting = (loop.now() - begin) / 1e9;
        rest(SETTLE_NS);
        checkpoints.reach("begin");
        rest(job.nanos("seconds"));
        checkpoints.reach("end");
        checkpoints.reach("memory after");
        int added = crowd.members().size() - early;
        Figures figures = new Figures()
                .put("connections", crowd.members().size())
                .put("connections_added", added)
                .put("connections_lost", lost)
                .put("connect_per_s", added / connecting)
                .put("hold_s", job.number("seconds"));
        long connectionSeconds = Math.round(crowd.members().size() * job.number("seconds"));
        List<String> problems = lost == 0 ? List.of() : List.of(lost + " connections were lost");
        return new Result("connection_second", connectionSeconds, figures, problems);
    }

    private void rest(long nanos) throws IOException {
        loop.run(() -> false, nanos);
    }

    @Override
    public void heard(Member member, Message message) {
        // Nothing that comes leads to anything.
    }

    @Override
    public void leave() {
        crowd.leave();
    }

    @Override
    public void lost(Member member, int why) {
        lost++;
    }
}
