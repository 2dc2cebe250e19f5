package app.vstrivia.api.config.rest;

import app.vstrivia.api.config.WebConfig;
import app.vstrivia.api.platform.revision.Revised;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/config")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Configuration")
class ConfigResource {
    private final WebConfig config;

    ConfigResource(WebConfig config) {
        this.config = config;
    }

    @GET
    @Operation(operationId = "pageConfig", summary = "What a page must know before it can play")
    @APIResponse(responseCode = "200", description = "The addresses")
    @APIResponse(responseCode = "304", description = "As the client has them")
    @Revised
    public PageConfig config() {
        return new PageConfig(config.socketUrl());
    }

    /** Where the socket is. */
    record PageConfig(URI socketUrl) {}
}
