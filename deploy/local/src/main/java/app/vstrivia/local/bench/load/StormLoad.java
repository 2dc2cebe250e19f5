package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first replica goes; its clients come back on the others, as the protocol asks of them. */
final class StormLoad implements Scenario, Crowd.Script {
    private static final Message.Field WITHIN = Message.Field.of("within");
    private static final long QUIET_NS = 5_000_000_000L;
    private static final long PATIENCE_NS = 120_000_000_000L;

    private final EventLoop loop;
    private final Job job;
    private final Checkpoints checkpoints;
    private final Crowd crowd;
    private final List<String> problems = new ArrayList<>();
    private final Histogram back = new Histogram();
    private final boolean[] victim;
    private int victims;
    private int returned;
    private int others;
    private int snapshots;
    private boolean struck;
    private long struckAt;

    StormLoad(EventLoop loop, Job job, Checkpoints checkpoints) {
        this.loop = loop;
        this.job = job;
        this.checkpoints = checkpoints;
        this.crowd = new Crowd(loop, job, this);
        this.victim = new boolean[job.seats().size()];
    }

    @Override
    public Result run() throws IOException {
        crowd.enter();
        for (int entry = 1; entry < job.integer("entries"); entry++) {
            crowd.enterAgain();
        }
        for (Member member : crowd.members()) {
            if (member.replica() == 0) {
                victim[member.index()] = true;
                victims++;
            }
        }
        checkpoints.reach("calm begin");
        loop.run(() -> false, QUIET_NS);
        checkpoints.reach("calm end");
        long refusedBefore = crowd.refused();
        checkpoints.reach("begin");
        struck = true;
        struckAt = Long.parseLong(checkpoints.reach("strike"));
        boolean all = loop.run(() -> returned == victims, PATIENCE_NS);
        double seconds = (loop.now() - struckAt) / 1e9;
        checkpoints.reach("end");
        if (!all) {
            problems.add("only " + returned + " of " + victims + " came back");
        }
        Figures figures = new Figures()
                .put("readers", crowd.members().size())
                .put("streams", job.matches().size())
                .put("reconnects", returned)
                .put("storm_s", seconds)
                .put("calm_s", QUIET_NS / 1e9)
                .put("resumed_p50_ms", back.percentile(50) / 1e6)
                .put("resumed_p95_ms", back.percentile(95) / 1e6)
                .put("resumed_p99_ms", back.percentile(99) / 1e6)
                .put("resumed_all_ms", back.max() / 1e6)
                .put("upgrades_refused", crowd.refused() - refusedBefore)
                .put("snapshots_again", snapshots)
                .put("others_disturbed", others);
        return new Result("reconnect", returned, figures, problems);
    }

    @Override
    public void heard(Member member, Message message) {
        if (message.isType("snapshot") || message.isType("event")) {
            String stream = message.text(Message.STREAM);
            if (stream.startsWith("match:")) {
                snapshots += struck && message.isType("snapshot") ? 1 : 0;
                member.positions()
                        .put(stream, new Member.Position(message.number(Message.EPOCH), message.number(Message.SEQ)));
            }
        } else if (message.isType("move")) {
            long within = Math.max(1, message.number(WITHIN)) * 1_000_000;
            loop.at(loop.now() + crowd.random().nextLong(within), () -> move(member));
        }
    }

    private void move(Member member) {
        if (member.isConnected() && member.replica() == 0) {
            member.socket().drop();
            member.disconnected();
            elsewhere(member);
        }
    }

    @Override
    public void leave() {
        crowd.leave();
    }

    @Override
    public void lost(Member member, int why) {
        if (!struck || !victim[member.index()] || member.replica() != 0) {
            others++;
        }
        loop.at(loop.now() + crowd.backoff(0), () -> elsewhere(member));
    }

    private void elsewhere(Member member) {
        int replicas = job.sockets().size();
        member.moveTo(1 + crowd.random().nextInt(replicas - 1));
        crowd.reconnect(member, () -> {
            if (victim[member.index()]) {
                returned++;
                back.add(loop.now() - struckAt);
            }
        });
    }
}
