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
        figures.all()
                .forEach((name, value) ->
                        table.append(String.format(Locale.ROOT, "| %s | %14s |%n", pad(name), number(value))));
        problems.forEach(problem -> table.append("\n!! ").append(problem));
        return table.toString();
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
