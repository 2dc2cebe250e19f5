package app.vstrivia.api.identity.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.DeviceService;
import app.vstrivia.api.identity.DeviceView;
import app.vstrivia.api.identity.LinkCode;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.revision.Revised;
import app.vstrivia.api.platform.revision.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/me/devices")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Devices")
class MyDevicesResource {
    private final DeviceService devices;
    private final Revisions revisions;
    private final Caller caller;

    MyDevicesResource(DeviceService devices, Revisions revisions, Caller caller) {
        this.devices = devices;
        this.revisions = revisions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "myDevices", summary = "The calling player's devices, the newest first")
    @APIResponse(responseCode = "200", description = "Those that have access")
    @APIResponse(responseCode = "304", description = "As the client has them")
    @APIResponse(responseCode = "401", ref = "Problem")
    @Revised
    public Uni<List<DeviceView>> list() {
        return devices.list(caller.playerId(), caller.deviceId());
    }

    @PATCH
    @Path("/{deviceId}")
    @Operation(operationId = "renameDevice", summary = "Give a device a name")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> rename(
            UUID deviceId,
            @HeaderParam(HttpHeaders.IF_MATCH)
                    @Parameter(description = "The tag of the list as the client has it; without it any is changed")
                    String ifMatch,
            @NotNull @Valid DeviceName body) {
        return devices.rename(caller.playerId(), caller.deviceId(), deviceId, body.name(), revisions.seen(ifMatch));
    }

    @DELETE
    @Path("/{deviceId}")
    @Operation(
            operationId = "revokeDevice",
            summary = "Take a device's access",
            description =
                    "It gets no token any more, and its sockets are closed within two seconds. It may be the one that asks.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found")
    public Uni<Void> revoke(UUID deviceId) {
        return devices.revoke(caller.playerId(), caller.deviceId(), deviceId);
    }

    @DELETE
    @Operation(operationId = "revokeOtherDevices", summary = "Take the access of all devices but the one that asks")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "401", ref = "Problem")
    public Uni<Void> revokeOthers() {
        return devices.revokeOthers(caller.playerId(), caller.deviceId());
    }

    @POST
    @Path("/link-codes")
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createLinkCode",
            summary = "Get a code that lets one more device in, once, within ten minutes")
    @APIResponse(
            responseCode = "201",
            description = "The code; the one before is void",
            content =
                    @Content(schema = @Schema(implementation = LinkCode.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "secret-refused")
    @Idempotent
    @Cancellable(false)
    public Uni<LinkCode> linkCode(@NotNull @Valid PresentSecret body) {
        return devices.linkCode(caller.playerId(), caller.deviceId(), Secret.given(body.secret()));
    }

    @POST
    @Path("/current/secret")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceSecret",
            summary = "Replace this device's secret",
            description = "The old one is good for five minutes more, also to ask again if the answer was lost."
                    + " Refresh tokens are void; the next ones come with the new secret.")
    @APIResponse(responseCode = "200", description = "The new secret, shown this once")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "secret-refused")
    public Uni<RestResponse<NewSecret>> replaceSecret(@NotNull @Valid PresentSecret body) {
        return devices.replaceSecret(caller.playerId(), caller.deviceId(), Secret.given(body.secret()))
                .map(secret -> RestResponse.ResponseBuilder.ok(new NewSecret(secret.reveal()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** What its player calls a device. */
    record DeviceName(@NotBlank @Size(max = 60) String name) {}

    /** What the device has so far: a token alone, which may be stolen, is not enough to lock the device out or to let another one in. */
    record PresentSecret(@NotBlank @Size(max = 100) String secret) {
        @Override
        public String toString() {
            return "PresentSecret[hidden]";
        }
    }

    /** Shown once. */
    record NewSecret(String secret) {
        @Override
        public String toString() {
            return "NewSecret[hidden]";
        }
    }
}
