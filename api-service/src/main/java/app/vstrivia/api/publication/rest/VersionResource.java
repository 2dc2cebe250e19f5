package app.vstrivia.api.publication.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.publication.version.QuizVersion;
import app.vstrivia.api.publication.version.VersionService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/quizzes/{quizId}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Publications")
class VersionResource {
    private final VersionService versions;
    private final Caller caller;

    VersionResource(VersionService versions, Caller caller) {
        this.versions = versions;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "quizVersions",
            summary = "What was published of a quiz, the newest first, for those who work on it (author, admin)",
            description = "The newest 50 are kept, the one that everybody sees, and what was taken down.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Page<QuizVersion>> list(UUID quizId, @BeanParam PageRequest page) {
        Integer before = page.after(1, cursor -> Integer.valueOf(cursor.keys().get(0)));
        return versions.list(quizId, caller.playerId(), before, page.limit());
    }
}
