package app.vstrivia.api.moderation.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.moderation.Decision;
import app.vstrivia.api.moderation.InvalidReviewQuery;
import app.vstrivia.api.moderation.ReviewService;
import app.vstrivia.api.moderation.ReviewStatus;
import app.vstrivia.api.moderation.ReviewView;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MODERATOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Moderation")
class ReviewResource {
    private final ReviewService reviews;
    private final Caller caller;

    ReviewResource(ReviewService reviews, Caller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "reviews",
            summary = "What is to be looked at, the oldest first (moderator, admin)",
            description =
                    "Pictures and videos before others see them; a published quiz (kind quiz) that players reported.")
    @APIResponse(responseCode = "200", description = "A page of them, with links that are good for some minutes")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Page<ReviewView>> list(
            @Parameter(description = "pending, approved or refused") @RestQuery @DefaultValue("pending") String status,
            @BeanParam PageRequest page) {
        return reviews.list(statusOf(status), position(page), page.limit());
    }

    @PUT
    @Path("/{reviewId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideReview",
            summary = "Approve something, or refuse it (moderator, admin)",
            description = "A decision may be changed: what was approved is hidden again when it is refused, and deleted"
                    + " 30 days later. A quiz that was reported is taken down for good when it is refused. Nobody decides on"
                    + " what is his own.")
    @APIResponse(responseCode = "204", description = "Decided")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "own-thing")
    public Uni<Void> decide(UUID reviewId, @NotNull @Valid ReviewDecision body) {
        return reviews.decide(reviewId, body.decision(), body.reason(), caller.actor());
    }

    private static ReviewStatus statusOf(String text) {
        try {
            return ReviewStatus.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidReviewQuery("status", "is none of pending, approved and refused");
        }
    }

    private static UUID position(PageRequest page) {
        Cursor cursor = page.after(1);
        try {
            return cursor == null ? null : UuidV7.parse(cursor.keys().get(0));
        } catch (IllegalArgumentException e) {
            throw new InvalidReviewQuery("cursor", "is not a cursor of this list");
        }
    }

    /** What is decided, and why. */
    record ReviewDecision(
            @NotNull Decision decision,
            @Schema(nullable = true) @Size(max = 200) String reason) {}
}
