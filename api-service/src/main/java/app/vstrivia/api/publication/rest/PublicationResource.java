package app.vstrivia.api.publication.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.publication.PublicationService;
import app.vstrivia.api.publication.PublicationView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Publications")
class PublicationResource {
    private final PublicationService publications;
    private final Caller caller;

    PublicationResource(PublicationService publications, Caller caller) {
        this.publications = publications;
        this.caller = caller;
    }

    @GET
    @Path("/{publicationId}")
    @Operation(
            operationId = "publication",
            summary = "A publication of a quiz, for those who work on it (author, admin)",
            description = "One that became no version is there for a week.")
    @APIResponse(responseCode = "200", description = "How far it is")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<PublicationView> view(UUID publicationId) {
        return publications.view(publicationId, caller.playerId());
    }

    @DELETE
    @Path("/{publicationId}")
    @Operation(
            operationId = "cancelPublication",
            summary = "Cancel a publication that runs, for the quiz's owner and editors (author, admin)",
            description = "Nothing of it is there for others.")
    @APIResponse(responseCode = "204", description = "It is cancelled")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "conflict")
    public Uni<Void> cancel(UUID publicationId) {
        return publications.cancel(publicationId, caller.playerId());
    }
}
