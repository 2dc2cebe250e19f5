package app.vstrivia.api.identity.token.rest;

import app.vstrivia.api.identity.token.TokenService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Players")
class KeySetResource {
    private final TokenService tokens;

    KeySetResource(TokenService tokens) {
        this.tokens = tokens;
    }

    @GET
    @Operation(operationId = "keySet", summary = "The public keys that verify tokens")
    @APIResponse(responseCode = "200", description = "A JSON Web Key Set (RFC 7517)")
    public RestResponse<Map<String, List<Map<String, Object>>>> keys() {
        return RestResponse.ResponseBuilder.ok(tokens.keySet())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + tokens.keySetMaxAge().toSeconds())
                .build();
    }
}
