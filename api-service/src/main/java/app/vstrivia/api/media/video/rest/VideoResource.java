package app.vstrivia.api.media.video.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.media.MediumView;
import app.vstrivia.api.media.video.VideoFormat;
import app.vstrivia.api.media.video.VideoService;
import app.vstrivia.api.media.video.VideoUpload;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/media/videos")
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "token")
@Tag(name = "Media")
class VideoResource {
    private final VideoService videos;
    private final Caller caller;

    VideoResource(VideoService videos, Caller caller) {
        this.videos = videos;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
    @ResponseStatus(201)
    @RateLimited(RateLimit.UPLOADS)
    @Operation(
            operationId = "beginVideo",
            summary = "Get a link to put a video into the bucket (author, admin)",
            description =
                    "One PUT of exactly so many bytes, with the headers of the answer, within an hour; then say that"
                            + " it is there. What is not finished is thrown away.")
    @APIResponse(
            responseCode = "201",
            description = "Where to put it",
            content =
                    @Content(
                            schema = @Schema(implementation = VideoUpload.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "put-out,too-many-media")
    @Idempotent
    @Cancellable(false)
    public Uni<VideoUpload> begin(@NotNull @Valid NewVideo body) {
        return videos.begin(caller.playerId(), body.type(), body.bytes());
    }

    @POST
    @Path("/{mediumId}/completion")
    @RolesAllowed(Roles.PLAYER)
    @Operation(
            operationId = "completeVideo",
            summary = "Say that a video is in the bucket",
            description = "Its size and its first bytes are looked at. Others see it once a moderator has approved it.")
    @APIResponse(responseCode = "200", description = "How far it is")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-arrived,unfit-medium")
    public Uni<MediumView> complete(UUID mediumId) {
        return videos.complete(caller.playerId(), mediumId);
    }

    /** What the video is; that and no other may be put into the bucket. */
    record NewVideo(
            @NotNull @Schema(description = "video/mp4 or video/webm")
            VideoFormat type,

            @Min(64) @Max(VideoService.MOST_BYTES) long bytes) {}
}
