package app.vstrivia.api.platform.revision;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Puts the tag on answers, and leaves out the body that the client has. */
class RevisionFilter {
    private final Revisions revisions;

    RevisionFilter(Revisions revisions) {
        this.revisions = revisions;
    }

    @Revised
    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Status.OK.getStatusCode() || !response.hasEntity()) {
            return;
        }
        String tag = revisions.tag(response.getEntity());
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals(HttpMethod.GET) && known != null && Revisions.names(known, tag)) {
            response.setStatus(Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }
}
