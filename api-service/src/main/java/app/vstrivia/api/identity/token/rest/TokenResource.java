package app.vstrivia.api.identity.token.rest;

import app.vstrivia.api.identity.token.TokenService;
import app.vstrivia.api.identity.token.Tokens;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Players")
class TokenResource {
    private final TokenService tokens;

    TokenResource(TokenService tokens) {
        this.tokens = tokens;
    }

    @POST
    @RateLimited(RateLimit.SIGN_IN)
    @Operation(operationId = "issueTokens", summary = "Trade a device's secret for tokens")
    @APIResponse(responseCode = "200", description = "An access token and a refresh token")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "429", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "unauthenticated,put-out")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Tokens>> issue(@NotNull @Valid Credentials body) {
        return tokens.issue(body.deviceId(), body.secret()).map(TokenResource::notToBeKept);
    }

    @POST
    @Path("/refresh")
    @RateLimited(RateLimit.REFRESH)
    @Operation(
            operationId = "refreshTokens",
            summary = "Trade a refresh token for the next tokens",
            description =
                    "It is good once. Who lost the answer may ask again within 30 s, up to three times, before using what"
                            + " came of it. Any other second use voids all that the device has, and its player is told.")
    @APIResponse(responseCode = "200", description = "An access token and the next refresh token")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "429", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "refresh-refused")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Tokens>> refresh(@NotNull @Valid Refresh body) {
        return tokens.renew(body.refreshToken()).map(TokenResource::notToBeKept);
    }

    private static RestResponse<Tokens> notToBeKept(Tokens issued) {
        return RestResponse.ResponseBuilder.ok(issued)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A refresh token. */
    record Refresh(@NotBlank @Size(max = 100) String refreshToken) {
        @Override
        public String toString() {
            return "Refresh[hidden]";
        }
    }

    /** What a device proves itself with. */
    record Credentials(
            @NotNull UUID deviceId,
            @NotBlank @Size(max = 100) String secret) {
        @Override
        public String toString() {
            return "Credentials[" + deviceId + "]";
        }
    }
}
