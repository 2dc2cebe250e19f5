package app.vstrivia.api.contract;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A request that somebody might send; {@code body} is null for none. */
record FuzzedRequest(ApiOperation operation, String path, Map<String, String> headers, byte[] body) {
    private static final int SHOWN = 600;

    HttpRequest to(String base) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        operation.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }

    @Override
    public String toString() {
        String shown = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return operation.method() + " " + path + " " + headers + "\n"
                + shown.substring(0, Math.min(shown.length(), SHOWN));
    }
}
