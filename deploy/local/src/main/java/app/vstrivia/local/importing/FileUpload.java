package app.vstrivia.local.importing;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Sends one file and follows what the service does with it. */
final class FileUpload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;

    FileUpload(URI api) {
        this.api = api;
    }

    ImportReport send(Path file, String format, String category, String token, Consumer<JsonNode> progress)
            throws IOException, InterruptedException {
        String query = "/v1/imports?async=false&format=" + format + "&name="
                + encoded(file.getFileName().toString()) + (category.isEmpty() ? "" : "&category=" + encoded(category));
        HttpRequest request = HttpRequest.newBuilder(api.resolve(query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            if (response.statusCode() != 200) {
                throw refused(file, response.statusCode(), lines.lines().reduce("", String::concat));
            }
            return follow(file, lines, progress);
        }
    }

    private static ImportReport follow(Path file, BufferedReader lines, Consumer<JsonNode> progress)
            throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode message = JSON.readTree(line);
            if (message.has("report")) {
                return ImportReport.of(message.path("report"));
            }
            if (message.has("problem")) {
                throw failure(file, message.path("problem").path("detail").asText());
            }
            progress.accept(message.path("progress"));
        }
        throw failure(file, "the service ended the import without a report; its log tells more");
    }

    private static CommandFailure refused(Path file, int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            String detail = problem.path("detail").asText(problem.path("title").asText(""));
            return failure(file, detail.isEmpty() ? "the service answered " + status : detail);
        } catch (IOException notJson) {
            return failure(file, "the service answered " + status);
        }
    }

    private static CommandFailure failure(Path file, String reason) {
        return new CommandFailure(ExitCode.FAILED, file + " was not imported: " + reason);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
