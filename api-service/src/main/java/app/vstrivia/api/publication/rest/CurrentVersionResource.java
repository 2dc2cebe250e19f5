package app.vstrivia.api.publication.rest;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.revision.Revised;
import app.vstrivia.api.platform.revision.Revisions;
import app.vstrivia.api.publication.TakedownService;
import app.vstrivia.api.publication.version.PublishedQuiz;
import app.vstrivia.api.publication.version.VersionService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/quizzes/{quizId}/current")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Publications")
class CurrentVersionResource {
    private final VersionService versions;
    private final TakedownService takedowns;
    private final Revisions revisions;
    private final Caller caller;

    CurrentVersionResource(VersionService versions, TakedownService takedowns, Revisions revisions, Caller caller) {
        this.versions = versions;
        this.takedowns = takedowns;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.PLAYER)
    @Operation(
            operationId = "publishedQuiz",
            summary = "The version of a quiz that everybody sees",
            description =
                    "The document has what players see, without solutions. It never changes and may be kept for ever;"
                            + " pictures are beside it.")
    @APIResponse(responseCode = "200", description = "The version")
    @APIResponse(responseCode = "304", description = "As the client has it")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Revised
    public Uni<PublishedQuiz> current(UUID quizId) {
        return versions.shown(quizId);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rollBackQuiz",
            summary = "Have everybody see another version, for the quiz's owner and editors (author, admin)",
            description = "At once. While nobody sees any, If-Match is not looked at.")
    @APIResponse(responseCode = "200", description = "What everybody sees now")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "428", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value = "quiz-in-trash,conflict,version-taken-down,precondition-required")
    @Revised
    public Uni<PublishedQuiz> rollBack(
            UUID quizId,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The tag of what everybody sees; * is none, and gets 428")
                    String ifMatch,
            @NotNull @Valid Choice body) {
        return versions.rollBack(quizId, caller.playerId(), body.version(), revisions.mustHaveSeen(ifMatch));
    }

    @DELETE
    @RolesAllowed({Roles.AUTHOR, Roles.MODERATOR, Roles.ADMIN})
    @Operation(
            operationId = "unpublishQuiz",
            summary = "Have nobody see the quiz any more (author: an own one; moderator, admin)",
            description =
                    "Its owner and editors can show one of its versions again; until then whoever knows the address of a"
                            + " document may have it still. By a moderator or admin who does not work on the quiz it is"
                            + " taken down: what everybody saw, and every version of the quiz with the same content, is"
                            + " withdrawn for good, its files go, and nobody can publish the same content again"
                            + " (version-taken-down).")
    @APIResponse(responseCode = "204", description = "Nobody sees it")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "quiz-in-trash")
    public Uni<Void> unpublish(
            UUID quizId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "The tag of what everybody sees")
                    String ifMatch,
            @RestQuery
                    @Size(max = 200)
                    @Parameter(description = "Why it is taken down, for its authors to read; else of no effect")
                    String reason) {
        Actor by = caller.actor();
        Predicate<PublishedQuiz> consent = revisions.seen(ifMatch);
        if (!caller.is(Roles.MODERATOR) && !caller.is(Roles.ADMIN)) {
            return versions.unpublish(quizId, by.player(), consent);
        }
        return takedowns
                .isOwn(quizId, by.player())
                .chain(own -> own
                        ? versions.unpublish(quizId, by.player(), consent)
                        : takedowns.takeDown(quizId, by, reason, consent));
    }

    /** @param version one of the quiz */
    @Schema(name = "VersionChoice")
    record Choice(@NotNull @Min(1) Integer version) {}
}
