package app.vstrivia.local.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service says about one file.
 *
 * @param categories the ids of the categories that the file's questions are in; empty if the service does not say
 */
public record ImportReport(
        String format,
        int read,
        int added,
        int duplicates,
        int repaired,
        int refused,
        double seconds,
        int omitted,
        List<String> categories,
        List<Finding> findings) {
    /** Something about one item of the file. */
    record Finding(int line, String outcome, String reason, String excerpt) {}

    static ImportReport of(JsonNode json) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            findings.add(new Finding(
                    finding.path("line").asInt(),
                    finding.path("outcome").asText(),
                    finding.path("reason").asText(finding.path("code").asText()),
                    finding.path("excerpt").asText()));
        }
        List<String> categories = new ArrayList<>();
        json.path("categories").forEach(category -> categories.add(category.asText()));
        return new ImportReport(
                json.path("format").asText(),
                json.path("read").asInt(),
                json.path("added").asInt(),
                json.path("duplicates").asInt(),
                json.path("repaired").asInt(),
                json.path("refused").asInt(),
                json.path("seconds").asDouble(),
                json.path("omitted").asInt(),
                List.copyOf(categories),
                List.copyOf(findings));
    }

    /** Whether the file's good questions are in the bank now. */
    boolean good() {
        return added + duplicates > 0;
    }
}
