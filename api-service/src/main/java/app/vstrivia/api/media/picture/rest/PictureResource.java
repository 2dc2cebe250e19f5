package app.vstrivia.api.media.picture.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.media.MediumView;
import app.vstrivia.api.media.picture.PictureService;
import app.vstrivia.api.platform.bulkhead.Seats;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/media/pictures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Media")
class PictureResource {
    private static final String WHAT = "JPEG, PNG, GIF (its first picture) or WebP that does not move; up to 10 MB, 40"
            + " million pixels (16 if it is a progressive JPEG, or a WebP that is lossless or can be seen through) and"
            + " 16,000 on a side; its name and its declared type do not count. The same file again is"
            + " the same picture. What is shown of it is made soon afterwards: medium-changed on the player's stream tells"
            + " when it is there.";

    /** Bodies that are being read at once. */
    private static final int COMING = 8;

    private final Seats coming = new Seats(COMING);
    private final PictureService pictures;
    private final Caller caller;

    PictureResource(PictureService pictures, Caller caller) {
        this.pictures = pictures;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ResponseStatus(202)
    @Cancellable(false)
    @RateLimited(RateLimit.UPLOADS)
    @Operation(operationId = "uploadPicture", summary = "Bring a picture as a file (author, admin)", description = WHAT)
    @APIResponse(
            responseCode = "202",
            description = "It is taken; what is shown of it follows",
            content =
                    @Content(
                            schema = @Schema(implementation = MediumView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "put-out,too-many-media,unfit-medium")
    public Uni<MediumView> upload(@RestForm("file") @NotNull FileUpload file) {
        return pictures.take(caller.playerId(), file.uploadedFile());
    }

    @POST
    @Path("/base64")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Cancellable(false)
    @RateLimited(RateLimit.UPLOADS)
    @Operation(operationId = "sendPicture", summary = "Bring a picture as Base64 (author, admin)", description = WHAT)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = EncodedPicture.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(
            responseCode = "202",
            description = "It is taken; what is shown of it follows",
            content =
                    @Content(
                            schema = @Schema(implementation = MediumView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "put-out,too-many-media,unfit-medium")
    public Uni<MediumView> send(InputStream body) throws IOException {
        PlayerId owner = caller.playerId();
        DecodedFile file = decoded(body);
        return pictures.take(owner, file.path()).onTermination().invoke(file::close);
    }

    /** While it comes it has a thread, however slowly that is. */
    private DecodedFile decoded(InputStream body) throws IOException {
        Seats.Seat seat = coming.take();
        try {
            return DecodedFile.of(body);
        } finally {
            seat.close();
        }
    }

    @POST
    @Path("/url")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Cancellable(false)
    @RateLimited(RateLimit.UPLOADS)
    @Operation(
            operationId = "fetchPicture",
            summary = "Have a picture fetched from an address that everybody can reach (author, admin)",
            description = WHAT)
    @APIResponse(
            responseCode = "202",
            description = "It is taken; what is shown of it follows",
            content =
                    @Content(
                            schema = @Schema(implementation = MediumView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "put-out,too-many-media,unfit-medium,fetch-refused")
    public Uni<MediumView> fetch(@NotNull @Valid PictureAddress body) {
        return pictures.fetch(caller.playerId(), body.url());
    }

    /** A picture within JSON; read by {@link DecodedFile}. */
    record EncodedPicture(
            @NotNull @Schema(format = "byte", description = "The file in Base64")
            String data) {}

    /** Where a picture is. */
    record PictureAddress(
            @NotBlank @Size(max = 2_000) @Schema(description = "http or https, without a user's name")
            String url) {}
}
