package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Answers that were sent, and their acknowledgements: each counts from the moment at which it was to be sent. */
final class Answers {
    private final EventLoop loop;
    private final Map<String, Long> waiting = new HashMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();
    private Histogram acks = new Histogram();
    private Histogram lag = new Histogram();
    private long lastAckAt;
    private long sent;

    Answers(EventLoop loop) {
        this.loop = loop;
    }

    /** Sends an answer that was due at {@code due}; {@code elapsed} in ms. */
    void send(Member member, String match, long round, int choice, long elapsed, long due) {
        String id = member.index() + "-" + sent++;
        waiting.put(id, due);
        lag.add(loop.now() - due);
        member.send("{\"type\":\"answer\",\"id\":\"" + id + "\",\"match\":\"" + match + "\",\"round\":" + round
                + ",\"choices\":[" + choice + "],\"elapsed\":" + elapsed + "}");
    }

    /** Takes an {@code ack}, or an {@code error} with the id of an answer; ignores everything else. */
    void heard(Message message) {
        boolean ack = message.isType("ack");
        if (!ack && !message.isType("error")) {
            return;
        }
        Long due = waiting.remove(message.text(Message.ID));
        if (due != null) {
            statuses.merge(ack ? message.text(Message.STATUS) : "error", 1, Integer::sum);
            acks.add(message.receivedAt() - due);
            lastAckAt = message.receivedAt();
        }
    }

    /** Forgets what was counted so far, but not what is waited for. */
    void restart() {
        acks = new Histogram();
        lag = new Histogram();
        statuses.clear();
    }

    int waiting() {
        return waiting.size();
    }

    int stored() {
        return statuses.getOrDefault("stored", 0);
    }

    long lastAckAt() {
        return lastAckAt;
    }

    void add(Figures figures) {
        figures.put("answers_stored", stored());
        figures.put(
                "answers_not_stored",
                statuses.values().stream().mapToInt(Integer::intValue).sum() - stored());
        figures.put("answers_without_ack", waiting.size());
        Latencies.add(figures, "ack", acks);
        Latencies.add(figures, "send_lag", lag);
    }
}
