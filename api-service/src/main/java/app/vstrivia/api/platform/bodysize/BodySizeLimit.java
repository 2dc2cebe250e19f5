package app.vstrivia.api.platform.bodysize;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bounds JSON bodies before they are read. The server's own limit is the one of imports, which are files; everything
 * else is small, and is asked to say its length so that it can be refused unread.
 */
class BodySizeLimit {
    /** What a JSON body may have at most, in bytes. */
    static final long JSON_LIMIT = 1 << 20;

    private static final String IMPORTS = "/v1/imports";

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getPath();
        if (path.equals(IMPORTS) || path.startsWith(IMPORTS + "/")) {
            return;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            if (request.getHeaderString("Transfer-Encoding") != null) {
                throw new LengthRequired();
            }
        } else if (length.length() > 18 || Long.parseLong(length) > JSON_LIMIT) {
            throw new BodyTooLarge();
        }
    }

    /** The body is larger than {@link #JSON_LIMIT}. */
    static final class BodyTooLarge extends ApiProblem {
        BodyTooLarge() {
            super(Status.REQUEST_ENTITY_TOO_LARGE, "too-large", "The body may have 1 MB at most.");
        }
    }

    /** The body's length is not known. */
    static final class LengthRequired extends ApiProblem {
        LengthRequired() {
            super(Status.LENGTH_REQUIRED, "length-required", "The request must say the length of its body.");
        }
    }
}
