package app.vstrivia.local.bench.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of a comparison, and what they say of each peer. */
final class ComparedRuns {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COST = "cpu_sched_us_per_msg";
    private static final String SIZE = "bytes_per_conn_raw";

    private final String reference;
    private final Map<ComparedMode, Map<String, List<Optional<JsonNode>>>> runs = new LinkedHashMap<>();

    ComparedRuns(String reference) {
        this.reference = reference;
    }

    void add(ComparedMode mode, String peer, Optional<JsonNode> run) {
        runs.computeIfAbsent(mode, key -> new LinkedHashMap<>())
                .computeIfAbsent(peer, key -> new ArrayList<>())
                .add(run);
    }

    static String brief(JsonNode run) {
        return run.has(COST)
                ? run.path(COST).asText() + " us, lost " + run.path("lost").asText()
                : run.path(SIZE).asText() + " bytes, idle "
                        + run.path("idle_cpu_pct").asText() + " %";
    }

    /** Whether every run came to an end and lost nothing. */
    boolean complete() {
        return runs.values().stream()
                .flatMap(peers -> peers.values().stream())
                .flatMap(List::stream)
                .allMatch(ComparedRuns::isSound);
    }

    static boolean isSound(Optional<JsonNode> run) {
        return run.filter(ended -> flaws(ended) == 0).isPresent();
    }

    private static long flaws(JsonNode run) {
        return Math.abs(run.path("lost").asLong())
                + run.path("dup").asLong()
                + run.path("misrouted").asLong()
                + run.path("unexpected_close").asLong()
                + run.path("conns").asLong()
                - run.path("joined").asLong();
    }

    String toTable() {
        StringBuilder table = new StringBuilder(
                "## compare\n\nMedians [least–most]; × is to " + reference + ", within the same round.\n");
        runs.forEach((mode, peers) -> {
            boolean idle = mode == ComparedMode.IDLE;
            table.append("\n### ")
                    .append(mode.word())
                    .append("\n\n")
                    .append(
                            idle
                                    ? "| peer | × | bytes/connection | after GC | idle CPU % | connect CPU µs | n | flaws |\n"
                                    : "| peer | × | CPU µs/message | p50 µs | p99 µs | last member p99 µs | n | flaws |\n");
            table.append("|---|---|---|---|---|---|---|---|\n");
            peers.keySet().forEach(peer -> table.append(row(mode, peer)));
        });
        return table.toString();
    }

    private String row(ComparedMode mode, String peer) {
        List<JsonNode> own = found(mode, peer);
        StringBuilder row = new StringBuilder("| " + peer + " | " + ratio(mode, peer));
        figures(mode).forEach(figure -> row.append(" | ").append(Series.of(own, figure)));
        long flaws = own.stream().mapToLong(ComparedRuns::flaws).sum();
        return row.append(" | " + own.size() + " | " + flaws + " |\n").toString();
    }

    private static List<String> figures(ComparedMode mode) {
        return mode == ComparedMode.IDLE
                ? List.of(SIZE, "bytes_per_conn_gc", "idle_cpu_pct", "connect_cpu_us_per_conn")
                : List.of(COST, "p50_us", "p99_us", "last_p99_us");
    }

    private List<JsonNode> found(ComparedMode mode, String peer) {
        return runs.get(mode).getOrDefault(peer, List.of()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** To the reference in the same round, for the machine is another one in every round. */
    private Series ratio(ComparedMode mode, String peer) {
        String figure = figures(mode).get(0);
        List<Optional<JsonNode>> own = runs.get(mode).get(peer);
        List<Optional<JsonNode>> base = runs.get(mode).getOrDefault(reference, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(own.size(), base.size()); round++) {
            double basis =
                    base.get(round).map(run -> run.path(figure).asDouble()).orElse(0.0);
            if (own.get(round).isPresent() && basis > 0) {
                ratios.add(own.get(round).get().path(figure).asDouble() / basis);
            }
        }
        return Series.of(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    }

    String toJson(CompareOptions options) {
        List<Map<String, Object>> rows = new ArrayList<>();
        runs.forEach((mode, peers) -> peers.keySet().forEach(peer -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("mode", mode.word());
            row.put("peer", peer);
            row.put("ratio", ratio(mode, peer));
            figures(mode).forEach(figure -> row.put(figure, Series.of(found(mode, peer), figure)));
            row.put("runs", found(mode, peer).size());
            rows.add(row);
        }));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("benchmark", "compare");
        all.put("reference", reference);
        all.put("jdk", options.jdk().toString());
        all.put("jvm", options.jvm());
        all.put("rows", rows);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures are numbers", impossible);
        }
    }
}
