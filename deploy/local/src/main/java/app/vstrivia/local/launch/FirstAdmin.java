package app.vstrivia.local.launch;

import app.vstrivia.local.token.AdminToken;
import app.vstrivia.local.token.SigningKey;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gets the link that makes whoever opens it the first admin: once, within an hour, while there is none. */
final class FirstAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CREATED = 201;

    private FirstAdmin() {}

    /** The end of the link, from the {@code #} on; nothing if there is an admin, or the API does not know this key. */
    static Optional<String> fragment(URI api, Path signingKeyFile) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        String token = AdminToken.mint(SigningKey.read(signingKeyFile), Instant.now());
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/v1/admin/claim-codes"))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() == CREATED
                ? Optional.of(
                        "#claim=" + JSON.readTree(response.body()).path("code").asText())
                : Optional.empty();
    }
}
