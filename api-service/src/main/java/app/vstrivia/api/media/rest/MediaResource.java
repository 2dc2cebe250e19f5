package app.vstrivia.api.media.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.media.InvalidMediaQuery;
import app.vstrivia.api.media.MediaService;
import app.vstrivia.api.media.MediumView;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

@Path("/v1/media")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Media")
class MediaResource {
    private final MediaService media;
    private final Caller caller;

    MediaResource(MediaService media, Caller caller) {
        this.media = media;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "myMedia", summary = "The calling player's pictures and videos, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them, without their files")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    public Uni<Page<MediumView>> list(@BeanParam PageRequest page) {
        return media.list(caller.playerId(), position(page), page.limit());
    }

    @GET
    @Path("/{mediumId}")
    @Operation(
            operationId = "medium",
            summary = "A picture or a video, with links to its files",
            description = "Links are good for some minutes. Until it is approved it is there for its owner alone.")
    @APIResponse(responseCode = "200", description = "How far it is, and what can be shown of it")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<MediumView> view(UUID mediumId) {
        return media.view(mediumId, caller.playerId());
    }

    @DELETE
    @Path("/{mediumId}")
    @Operation(operationId = "deleteMedium", summary = "Delete a picture or a video of one's own")
    @APIResponse(responseCode = "204", description = "It is gone; links to its files end within minutes")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "medium-in-use")
    public Uni<Void> delete(UUID mediumId) {
        return media.delete(mediumId, caller.playerId());
    }

    private static UUID position(PageRequest page) {
        Cursor cursor = page.after(1);
        try {
            return cursor == null ? null : UuidV7.parse(cursor.keys().get(0));
        } catch (IllegalArgumentException e) {
            throw new InvalidMediaQuery("cursor", "is not a cursor of this list");
        }
    }
}
