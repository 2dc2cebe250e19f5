package app.vstrivia.api.publication.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import app.vstrivia.api.publication.PublicationService;
import app.vstrivia.api.publication.PublicationView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/quizzes/{quizId}/publications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Publications")
class PublishingResource {
    private final PublicationService publications;
    private final Caller caller;

    PublishingResource(PublicationService publications, Caller caller) {
        this.publications = publications;
        this.caller = caller;
    }

    @POST
    @Cancellable(false)
    @RateLimited(RateLimit.PUBLICATIONS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishQuiz",
            summary = "Publish a quiz, for its owner and editors (author, admin)",
            description =
                    "In the background: watch the stream over the socket, which tells each step. What becomes a version"
                            + " is the quiz as it is now; what is saved later does not change it. 412 if it is not at that revision"
                            + " any more, 409 while it is being published, and if everybody sees it as it is: publication names that.")
    @APIResponse(
            responseCode = "202",
            description = "It is going to be published",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where the publication is",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            schema = @Schema(implementation = PublicationView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "412", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value = "quiz-in-trash,publication-running,quiz-unchanged,version-taken-down,precondition-failed")
    public Uni<RestResponse<PublicationView>> publish(UUID quizId, @NotNull @Valid Asking body) {
        return publications.publish(quizId, caller.playerId(), body.revision()).map(view -> ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, view)
                .header(HttpHeaders.LOCATION, "/v1/publications/" + view.id())
                .build());
    }

    /**
     * What is to be published.
     *
     * @param revision of the quiz, as the client has seen it
     */
    @Schema(name = "NewPublication")
    record Asking(@NotNull @Min(1) Integer revision) {}
}
