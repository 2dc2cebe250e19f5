package app.vstrivia.api.privacy.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.privacy.export.ExportService;
import app.vstrivia.api.privacy.export.ExportView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/me/export")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Privacy")
class MyExportResource {
    private final ExportService exports;
    private final Caller caller;

    MyExportResource(ExportService exports, Caller caller) {
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "exportMe",
            summary = "Everything about the calling player, as a zip",
            description =
                    "The first call has it made; export-ready on the player's stream tells when it is there. It is kept for"
                            + " seven days. A call when it is older than a day has a newer one made, and still gives the old one.")
    @APIResponse(
            responseCode = "200",
            description = "A link that opens it, for ten minutes",
            content =
                    @Content(
                            schema = @Schema(implementation = ExportView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(
            responseCode = "202",
            description = "It is being made",
            content =
                    @Content(
                            schema = @Schema(implementation = ExportView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "401", ref = "Problem")
    public Uni<RestResponse<ExportView>> export() {
        return exports.export(caller.playerId())
                .map(export -> RestResponse.status(
                        export.ready() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, export));
    }
}
