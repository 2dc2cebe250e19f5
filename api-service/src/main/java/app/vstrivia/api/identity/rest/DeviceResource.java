package app.vstrivia.api.identity.rest;

import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.RegisteredDevice;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/devices")
@PermitAll
@Tag(name = "Players")
class DeviceResource {
    private final IdentityService identity;

    DeviceResource(IdentityService identity) {
        this.identity = identity;
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Register this device as a new player; the secret is shown this once")
    @APIResponse(responseCode = "201", description = "The player, the device and its secret")
    @APIResponse(responseCode = "400", ref = "Problem")
    public Uni<RegisteredDevice> register(@NotNull @Valid Registration body) {
        return identity.register(body.name());
    }

    /** What a new device tells of itself. */
    record Registration(@NotNull String name) {}
}
