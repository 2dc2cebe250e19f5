package app.vstrivia.backup.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void whatIsKnownIsShownAndWhatIsNotIsNot() throws Exception {
        try (Figures figures = new Figures(0)) {
            figures.start();
            assertEquals(503, get(figures, "/q/health/ready").statusCode());
            assertEquals(200, get(figures, "/q/health/started").statusCode());
            figures.ready();
            figures.newest(Instant.ofEpochSecond(1_764_460_800));

            assertEquals(200, get(figures, "/q/health/ready").statusCode());
            assertEquals("""
                    # HELP trivia_backup_newest_seconds When the newest backup that is there was made; seconds since 1970
                    # TYPE trivia_backup_newest_seconds gauge
                    trivia_backup_newest_seconds 1.7644608E9
                    """, get(figures, "/q/metrics").body());
        }
    }

    @Test
    void theListOfAllFiguresHasThese() throws Exception {
        String list = Files.readString(Path.of("../observability/metrics.md"));
        try (Figures figures = new Figures(0)) {
            figures.start();
            figures.newest(Instant.EPOCH);
            figures.archivedUntil(Instant.EPOCH);
            figures.checked(Instant.EPOCH);
            figures.gap(true);

            List<String> rows = get(figures, "/q/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("# HELP "))
                    .map(line -> line.split(" ", 4))
                    .map(words -> "| `" + words[2] + "` | gauge | "
                            + (words[2].endsWith("_seconds") ? "seconds" : "0 or 1") + " |  | " + words[3] + ". |")
                    .toList();

            assertEquals(4, rows.size());
            assertEquals(
                    List.of(), rows.stream().filter(row -> !list.contains(row)).toList());
        }
    }

    private static HttpResponse<String> get(Figures figures, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + figures.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
