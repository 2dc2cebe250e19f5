package app.vstrivia.api.identity.rest;

import app.vstrivia.api.identity.DeviceService;
import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.RegisteredDevice;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/devices")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Players")
class DeviceResource {
    private final IdentityService identity;
    private final DeviceService devices;

    DeviceResource(IdentityService identity, DeviceService devices) {
        this.identity = identity;
        this.devices = devices;
    }

    @POST
    @RateLimited(RateLimit.REGISTRATION)
    @ResponseStatus(201)
    @Operation(
            operationId = "registerDevice",
            summary = "Register this device as a new player; the secret is shown this once")
    @APIResponse(
            responseCode = "201",
            description = "The player, the device and its secret",
            content =
                    @Content(
                            schema = @Schema(implementation = RegisteredDevice.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "429", ref = "Problem")
    @Idempotent
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RegisteredDevice> register(@NotNull @Valid Registration body) {
        return identity.register(body.name());
    }

    @POST
    @Path("/link")
    @RateLimited(RateLimit.LINKING)
    @ResponseStatus(201)
    @Operation(
            operationId = "linkDevice",
            summary = "Let this device in as one more of a player, with a code from another of that player's devices")
    @APIResponse(
            responseCode = "201",
            description = "The player, the device and its secret",
            content =
                    @Content(
                            schema = @Schema(implementation = RegisteredDevice.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "429", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "link-code-invalid,too-many-devices")
    @Idempotent
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RegisteredDevice> link(@NotNull @Valid Link body) {
        return devices.link(body.code(), body.deviceName());
    }

    /** {@code deviceName} may be left out. */
    record Link(
            @NotBlank @Size(max = 40) String code,
            @Size(min = 1, max = 60) String deviceName) {
        @Override
        public String toString() {
            return "Link[" + deviceName + "]";
        }
    }

    /** What a new device tells of itself. */
    record Registration(@NotNull @Size(max = 200) String name) {}
}
