package app.vstrivia.local.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one benchmark found, with all that is needed to repeat it.
 *
 * @param machine what it ran on
 * @param unit what the costs are per
 * @param problems why the figures are not to be trusted; empty if they are
 */
public record Report(
        String benchmark,
        Map<String, String> options,
        Map<String, Object> machine,
        String unit,
        long units,
        Figures figures,
        List<String> problems) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NAME_WIDTH = 44;
    private static final List<String> LATENCY = List.of("_p50_us", "_p99_us", "_max_us");

    /** One line. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures are numbers", impossible);
        }
    }

    /** For people: a Markdown table, so that it can be kept as it is. */
    public String toTable() {
        StringBuilder table = new StringBuilder("## " + benchmark + "\n\n");
        options.forEach((name, value) ->
                table.append("--").append(name).append(' ').append(value).append("  "));
        table.append("\n\n| ").append(pad("figure")).append(" | ").append("         value |\n");
        table.append("|-")
                .append("-".repeat(NAME_WIDTH))
                .append("-|-")
                .append("-".repeat(13))
                .append(":|\n");
        figures.all().forEach((name, value) -> {
            if (LATENCY.stream().noneMatch(name::endsWith)) {
                table.append(String.format(Locale.ROOT, "| %s | %14s |%n", pad(name), number(value)));
            }
        });
        latencies(table);
        problems.forEach(problem -> table.append("\n!! ").append(problem));
        return table.toString();
    }

    private void latencies(StringBuilder table) {
        String rule = "|-" + "-".repeat(NAME_WIDTH) + "-|" + ("-".repeat(15) + ":|").repeat(LATENCY.size());
        String head = String.format("%n| %s | %14s | %14s | %14s |%n%s%n", pad("µs"), "p50", "p99", "max", rule);
        figures.all().keySet().stream()
                .filter(name -> name.endsWith(LATENCY.get(0)))
                .map(name -> name.substring(0, name.length() - LATENCY.get(0).length()))
                .map(this::latency)
                .reduce(String::concat)
                .ifPresent(rows -> table.append(head).append(rows));
    }

    private String latency(String name) {
        StringBuilder row = new StringBuilder("| ").append(pad(name));
        LATENCY.forEach(suffix -> row.append(String.format(" | %14s", number(figures.get(name + suffix)))));
        return row.append(" |\n").toString();
    }

    private static String pad(String name) {
        return String.format("%-" + NAME_WIDTH + "s", name);
    }

    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.1f" : "%,.3f", value);
    }
}
