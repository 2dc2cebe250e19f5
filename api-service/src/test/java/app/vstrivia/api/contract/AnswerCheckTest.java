package app.vstrivia.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** What the fuzz lets pass, and what not. */
class AnswerCheckTest {
    private static final Map<String, String> SPENT =
            Map.of("RateLimit", "\"writes\";r=0;t=1", "RateLimit-Policy", "\"writes\";q=60;w=6", "Retry-After", "1");

    private final OpenApi api = OpenApi.read();

    private Optional<String> fault(String operation, int status, String code, Map<String, String> headers) {
        ApiOperation asked = api.operations().stream()
                .filter(one -> one.id().equals(operation))
                .findFirst()
                .orElseThrow();
        Map<String, String> all = new HashMap<>(headers);
        all.put("X-Request-Id", "r");
        all.put("Content-Type", "application/problem+json");
        String body = "{\"status\":%d,\"title\":\"No\",\"code\":\"%s\",\"requestId\":\"r\"}".formatted(status, code);
        return new AnswerCheck(api).fault(asked, new Answer(status, body, all));
    }

    @Test
    void aRoundThatIsClosingIsNoFaultOfWhoAnswers() {
        assertEquals(Optional.empty(), fault("answer", 503, "round-closing", Map.of("Retry-After", "1")));
        assertEquals(Optional.of("no Retry-After"), fault("answer", 503, "round-closing", Map.of()));
    }

    @Test
    void elsewhereItIsOne() {
        Optional<String> fault = Optional.of("a fault of the service");

        assertEquals(fault, fault("openRoom", 503, "round-closing", Map.of("Retry-After", "1")));
        assertEquals(fault, fault("answer", 500, "round-closing", Map.of()));
        assertEquals(fault, fault("answer", 503, "unavailable", Map.of("Retry-After", "1")));
    }

    @Test
    void whoIsToWaitIsToldHowLong() {
        assertEquals(Optional.empty(), fault("openRoom", 429, "too-many-requests", SPENT));
        for (String header : SPENT.keySet()) {
            Map<String, String> others = new HashMap<>(SPENT);
            others.remove(header);
            assertEquals(Optional.of("no " + header), fault("openRoom", 429, "too-many-requests", others));
            others.put(header, "soon");
            assertEquals(
                    true,
                    fault("openRoom", 429, "too-many-requests", others)
                            .orElseThrow()
                            .startsWith(header + " is 'soon'"));
        }
    }

    private record Answer(int statusCode, String body, Map<String, String> fields) implements HttpResponse<String> {
        @Override
        public HttpHeaders headers() {
            Map<String, List<String>> all = new HashMap<>();
            fields.forEach((name, value) -> all.put(name, List.of(value)));
            return HttpHeaders.of(all, (name, value) -> true);
        }

        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            throw new UnsupportedOperationException();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
