package app.vstrivia.api.platform.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;

/** Which revision of a thing a client has seen. */
@ApplicationScoped
public class Revisions {
    private static final int BYTES = 16;

    private final ObjectMapper mapper;

    Revisions(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The tag of a view, in quotation marks. */
    String tag(Object view) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(view));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)) + '"';
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether a view is one that the client has seen, by its {@code If-Match}; without one, any view is. */
    public <T> Predicate<T> seen(String ifMatch) {
        return view -> ifMatch == null || names(ifMatch, tag(view));
    }

    /**
     * The same where a client must say what it has seen. The predicate fails with {@link PreconditionRequired} if it does not,
     * so that this is asked once it is clear that there is such a thing for the client; {@code *} names no revision.
     */
    public <T> Predicate<T> mustHaveSeen(String ifMatch) {
        return view -> {
            if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
                throw new PreconditionRequired();
            }
            return lists(ifMatch, tag(view));
        };
    }

    /**
     * Whether a header lists a tag. A tag that became weak on its way counts, also where RFC 9110 asks for a strong one:
     * proxies that compress make tags weak, and the same JSON is the same whatever its bytes are.
     */
    static boolean names(String header, String tag) {
        return lists(header, tag) || lists(header, "*");
    }

    private static boolean lists(String header, String tag) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                .anyMatch(tag::equals);
    }
}
