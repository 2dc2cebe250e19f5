package app.vstrivia.model.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code deploy/observability/metrics.md}, of which each list of figures makes a part. */
public final class MetricsPage {
    private static final String RENEW = "./mvnw -pl shared-model,api-service,realtime-service -am test"
            + " -Dtest='*MetricsPageTest' -Dsurefire.failIfNoSpecifiedTests=false -Dmetrics.renew=true";
    private static final String HEAD = "| figure | kind | of | told apart by | |\n|---|---|---|---|---|\n";

    private MetricsPage() {}

    /** Fails unless the part of that title is what the list says; with {@code -Dmetrics.renew=true} it becomes that. */
    public static void assertTells(String title, Metric... metrics) throws IOException {
        Path file = root().resolve("deploy/observability/metrics.md");
        String page = Files.readString(file);
        String heading = "## " + title + "\n\n";
        int start = page.indexOf(heading) + heading.length();
        assertTrue(start >= heading.length(), file + " has no part " + title);
        int next = page.indexOf("\n## ", start);
        int end = next < 0 ? page.length() : next;
        String part = HEAD + Arrays.stream(metrics).map(MetricsPage::row).collect(Collectors.joining());
        if (Boolean.getBoolean("metrics.renew")) {
            Files.writeString(file, page.substring(0, start) + part + page.substring(end));
            return;
        }
        assertEquals(page.substring(start, end), part, "The figures have changed; renew " + file + ": " + RENEW);
    }

    private static String row(Metric metric) {
        Figure figure = metric.figure();
        String tags = figure.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        figure.exposed(),
                        figure.kind().name().toLowerCase(java.util.Locale.ROOT),
                        figure.unit(),
                        tags,
                        figure.meaning());
    }

    /** The folder of the whole project. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("realtime-service/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
