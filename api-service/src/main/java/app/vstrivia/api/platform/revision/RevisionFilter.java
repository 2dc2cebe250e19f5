package app.vstrivia.api.platform.revision;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the tag on answers, and leaves out the body that the client has. */
class RevisionFilter {
    /** What comes first has the higher number. */
    private static final int BEFORE_THE_ANSWER_IS_KEPT = Priorities.USER + 100;

    private final Revisions revisions;

    RevisionFilter(Revisions revisions) {
        this.revisions = revisions;
    }

    @Revised
    @ServerResponseFilter(priority = BEFORE_THE_ANSWER_IS_KEPT)
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        boolean created = response.getStatus() == Status.CREATED.getStatusCode();
        if (!created && response.getStatus() != Status.OK.getStatusCode() || !response.hasEntity()) {
            return;
        }
        if (response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            return; // an answer that was kept for an Idempotency-Key
        }
        Object view = response.getEntity();
        String tag = revisions.tag(view instanceof Accompanied more ? more.alone() : view);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals(HttpMethod.GET) && known != null && Revisions.names(known, tag)) {
            response.setStatus(Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }
}
