package app.vstrivia.local.prove;

import app.vstrivia.local.prove.chaos.Chronicle;
import app.vstrivia.local.prove.check.Samples;
import app.vstrivia.local.prove.check.Timings;
import app.vstrivia.local.prove.check.Violations;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param seconds from the first match on, until all was verified
 * @param matches verified ones
 * @param answers that count in them
 * @param acks that players got, of whatever kind
 * @param connections that clients tried
 */
public record Report(
        Setup setup,
        double seconds,
        int matches,
        int answers,
        int acks,
        int connections,
        Chronicle chronicle,
        Timings timings,
        Violations violations) {
    private static final int SHOWN = 20;

    public boolean good() {
        return violations.count() == 0;
    }

    /** For people. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "  %.0f s, seed %d: %d kills of realtime processes (%d while they were starting), %d matches, %d answers,"
                        + " %d acks, %d connections",
                seconds,
                setup.seed(),
                chronicle.kills(),
                chronicle.killsWhileStarting(),
                matches,
                answers,
                acks,
                connections));
        chronicle
                .done()
                .forEach((kind, count) -> lines.add(String.format(Locale.ROOT, "  %6d  %s", count, kind.text())));
        lines.add("  exit statuses after SIGTERM: " + chronicle.exits() + "; actions over 1 s late: "
                + chronicle.lateActions());
        lines.add(String.format(Locale.ROOT, "  %-32s %9s %9s %9s %9s %9s", "ms", "p50", "p95", "p99", "max", "count"));
        for (Timings.Kind kind : Timings.Kind.values()) {
            Samples samples = timings.of(kind);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-32s %9.0f %9.0f %9.0f %9.0f %9d",
                    kind.text(),
                    samples.percentile(0.5),
                    samples.percentile(0.95),
                    samples.percentile(0.99),
                    samples.percentile(1),
                    samples.count()));
        }
        if (!good()) {
            lines.add("  " + violations.count() + " violations: " + violations.counts());
            violations.first().stream().limit(SHOWN).forEach(text -> lines.add("    " + text));
        }
        return lines;
    }

    /** For programs, in one line. */
    String json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("seed", setup.seed())
                .put("replicas", setup.replicas())
                .put("players", setup.players())
                .put("seconds", Math.round(seconds))
                .put("kills", chronicle.kills())
                .put("killsWhileStarting", chronicle.killsWhileStarting())
                .put("matches", matches)
                .put("answers", answers)
                .put("acks", acks)
                .put("connections", connections)
                .put("violations", violations.count());
        ObjectNode kinds = json.putObject("violationKinds");
        violations.counts().forEach(kinds::put);
        ObjectNode actions = json.putObject("actions");
        chronicle.done().forEach((kind, count) -> actions.put(kind.text(), count));
        ObjectNode exits = json.putObject("exitStatuses");
        chronicle.exits().forEach((status, count) -> exits.put(status.toString(), count));
        ObjectNode times = json.putObject("ms");
        for (Timings.Kind kind : Timings.Kind.values()) {
            Samples samples = timings.of(kind);
            times.putObject(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("p50", Math.round(samples.percentile(0.5)))
                    .put("p95", Math.round(samples.percentile(0.95)))
                    .put("p99", Math.round(samples.percentile(0.99)))
                    .put("max", Math.round(samples.percentile(1)))
                    .put("count", samples.count());
        }
        return json.toString();
    }
}
