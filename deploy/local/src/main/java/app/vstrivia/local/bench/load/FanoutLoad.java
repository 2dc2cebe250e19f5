package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rooms whose hosts announce, or, with {@code events}, whose hosts pause them, again and again, over the API: how long until
 * each member has it. Member 0 of each room is its host; everybody in the room gets everything, the host included.
 */
final class FanoutLoad implements Scenario, Crowd.Script {
    private static final long STALLED_NS = 5_000_000_000L;
    private static final int HEX_TIME = 16;
    private static final int HEX_INDEX = 8;

    private final EventLoop loop;
    private final Job job;
    private final Checkpoints checkpoints;
    private final Crowd crowd;
    private final HttpLanes api;
    private final int rooms;
    private final int size;
    private final boolean events;
    private final List<String> problems = new ArrayList<>();
    private final Histogram every = new Histogram();
    private final Histogram elsewhere = new Histogram();
    private final Histogram toTheLast = new Histogram();
    private final Histogram sendLag = new Histogram();
    private final Receipts receipts = new Receipts();
    private char phase = 'w';
    private BitSet[] seen;
    private long[] sentAt;
    private int[] receivedBy;
    private long delivered;
    private long twice;
    private long lastDelivery;

    FanoutLoad(EventLoop loop, Job job, Checkpoints checkpoints) {
        this.loop = loop;
        this.job = job;
        this.checkpoints = checkpoints;
        this.crowd = new Crowd(loop, job, this);
        this.api = new HttpLanes(loop, job.api(), 8);
        this.rooms = job.matches().size();
        this.size = job.seats().size() / rooms;
        this.events = job.flag("events");
    }

    @Override
    public Result run() throws IOException {
        crowd.enter();
        series('w', job.number("warm"));
        checkpoints.reach("begin");
        long begin = loop.now();
        series('m', job.number("seconds"));
        long end = loop.now();
        checkpoints.reach("end");
        return result((end - begin) / 1e9);
    }

    private void series(char name, double seconds) throws IOException {
        int count = (int) (seconds * job.number("rate"));
        phase = name;
        delivered = 0;
        sentAt = new long[count];
        receivedBy = new int[count];
        seen = new BitSet[crowd.members().size()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = new BitSet();
        }
        int[] sent = {0};
        lastDelivery = loop.now();
        loop.series(loop.now() + 2_000_000, job.number("rate"), count, (index, due) -> {
            sent[0]++;
            lastDelivery = loop.now();
            sentAt[index] = due;
            if (name == 'm') {
                sendLag.add(loop.now() - due);
            }
            publish(index, due);
        });
        long expected = (long) count * size;
        long bound = (long) (seconds * 1e9) + 60_000_000_000L;
        loop.run(() -> sent[0] == count && (delivered >= expected || loop.now() - lastDelivery > STALLED_NS), bound);
    }

    private void publish(int index, long due) {
        int room = index % rooms;
        Member host = crowd.members().get(room * size);
        String match = job.matches().get(room);
        if (events) {
            // A room that is to pause may be told so again, so that the order of requests does not matter.
            api.post("/v1/rooms/" + match + "/pause", host.seat().token(), "", answer -> {
                if (answer.status() != 204) {
                    problem("the API refused to pause a room: " + answer);
                }
            });
            return;
        }
        StringBuilder text = new StringBuilder().append(phase);
        text.append(String.format("%0" + HEX_TIME + "x%0" + HEX_INDEX + "x", due, index));
        while (text.length() < job.integer("bytes")) {
            text.append('x');
        }
        host.send("{\"type\":\"announce\",\"id\":\"a" + index + "\",\"match\":\"" + match + "\",\"text\":\"" + text
                + "\"}");
    }

    @Override
    public void heard(Member member, Message message) {
        if (events) {
            if (message.isEvent("schedule-changed")) {
                event(member, message);
            }
        } else if (message.isType("announcement")) {
            announcement(member, message);
        } else if (message.isType("error")) {
            problem("the service refused: " + message);
        }
    }

    /** The n-th change of a room is the event with seq n, for nothing else happens there. */
    private void event(Member member, Message message) {
        int room = member.index() / size;
        int before = phase == 'm' ? changesOfWarmUp(room) : 0;
        long index = (message.number(Message.SEQ) - 1 - before) * rooms + room;
        if (index >= 0 && received(member, (int) index, message.receivedAt()) && phase == 'm') {
            receipts.note(message);
        }
    }

    private int changesOfWarmUp(int room) {
        int count = (int) (job.number("warm") * job.number("rate"));
        return count / rooms + (room < count % rooms ? 1 : 0);
    }

    private void announcement(Member member, Message message) {
        if (message.text(Message.TEXT).charAt(0) == phase) {
            received(member, (int) message.hex(Message.TEXT, 1 + HEX_TIME, HEX_INDEX), message.receivedAt());
        }
    }

    private boolean received(Member member, int index, long at) {
        if (index >= receivedBy.length || index % rooms != member.index() / size) {
            problem("a message came to the wrong room");
            return false;
        }
        if (seen[member.index()].get(index)) {
            twice++;
            return false;
        }
        seen[member.index()].set(index);
        delivered++;
        lastDelivery = at;
        receivedBy[index]++;
        if (phase == 'm') {
            long took = at - sentAt[index];
            every.add(took);
            if (member.replica() != crowd.members().get(index % rooms * size).replica()) {
                elsewhere.add(took);
            }
            if (receivedBy[index] == size) {
                toTheLast.add(took);
            }
        }
        return true;
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
        figures.put("sent", sentAt.length).put("deliveries", delivered);
        figures.put("lost", (double) sentAt.length * size - delivered).put("duplicates", twice);
        figures.put("deliveries_per_s", delivered / seconds);
        Latencies.add(figures, "delivery", every);
        Latencies.add(figures, "other_replica", elsewhere);
        Latencies.add(figures, "last_member", toTheLast);
        Latencies.add(figures, "send_lag", sendLag);
        if (events) {
            receipts.add(figures, checkpoints);
        }
        return new Result("delivery", delivered, figures, problems);
    }
}
