package app.vstrivia.api.platform.bodysize;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bounds bodies before they are read. The server's own limit is the one of imports, which are files; pictures and
 * quizzes have one of their own; everything else is small. What is small is asked to say its length so that it can be
 * refused unread; clients that send a file often do not know it.
 */
public class BodySizeLimit {
    /** What a JSON body may have at most, in bytes. */
    static final long JSON_LIMIT = 1 << 20;

    /** What a quiz may have: 1 MB of items, which may be longer on their way than as they are kept. */
    static final long QUIZ_LIMIT = 2 << 20;

    /** What a request with a picture may have: 10 MB in Base64, and what is around it. */
    public static final long PICTURE_LIMIT = 14 << 20;

    private static final String IMPORTS = "/v1/imports";
    private static final String QUIZZES = "/v1/quizzes";
    private static final String PICTURES = "/v1/media/pictures";

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getPath();
        if (isWithin(path, IMPORTS)) {
            return;
        }
        boolean picture = isWithin(path, PICTURES);
        long limit = picture ? PICTURE_LIMIT : isWithin(path, QUIZZES) ? QUIZ_LIMIT : JSON_LIMIT;
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            if (!picture && request.getHeaderString("Transfer-Encoding") != null) {
                throw new LengthRequired();
            }
        } else if (length.length() > 18 || Long.parseLong(length) > limit) {
            throw new BodyTooLarge(limit);
        }
    }

    private static boolean isWithin(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /** The body is larger than what it may have here. */
    public static final class BodyTooLarge extends ApiProblem {
        public BodyTooLarge(long limit) {
            super(Status.REQUEST_ENTITY_TOO_LARGE, "too-large", "The body may have " + (limit >> 20) + " MB at most.");
        }
    }

    /** The body's length is not known. */
    static final class LengthRequired extends ApiProblem {
        LengthRequired() {
            super(Status.LENGTH_REQUIRED, "length-required", "The request must say the length of its body.");
        }
    }
}
