package app.vstrivia.api.identity.signin.rest;

import app.vstrivia.api.identity.signin.NewDevice;
import app.vstrivia.api.identity.signin.Nonce;
import app.vstrivia.api.identity.signin.Nonces;
import app.vstrivia.api.identity.signin.SignInService;
import app.vstrivia.api.identity.signin.SignedIn;
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

@Path("/v1/sign-in")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sign-in")
class SignInResource {
    private final SignInService signIns;
    private final Nonces nonces;

    SignInResource(SignInService signIns, Nonces nonces) {
        this.signIns = signIns;
        this.nonces = nonces;
    }

    @POST
    @Path("/nonces")
    @ResponseStatus(201)
    @RateLimited(RateLimit.SIGN_IN)
    @Operation(
            operationId = "createNonce",
            summary = "Get a nonce, to be sent along when a provider is asked for an ID token",
            description = "It is good once, within ten minutes, to sign in or to link an identity.")
    @APIResponse(
            responseCode = "201",
            description = "The nonce",
            content = @Content(schema = @Schema(implementation = Nonce.class), mediaType = MediaType.APPLICATION_JSON))
    @Idempotent
    @Cancellable(false)
    public Uni<Nonce> nonce() {
        return nonces.next();
    }

    @POST
    @Path("/{provider}")
    @ResponseStatus(201)
    @RateLimited(RateLimit.SIGN_IN)
    @Operation(
            operationId = "signIn",
            summary = "Sign in on this device with a provider's ID token",
            description = "An identity that nobody has linked becomes a new player, who needs a name. Either way the"
                    + " device is a new one, and its secret is shown this once.")
    @APIResponse(
            responseCode = "201",
            description = "The player, the device and its secret, and the first tokens",
            content =
                    @Content(schema = @Schema(implementation = SignedIn.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "503", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value = "invalid,id-token-refused,unauthenticated,put-out,unknown-provider,provider-unavailable")
    @Idempotent
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<SignedIn> signIn(String provider, @NotNull @Valid SignIn body) {
        NewDevice device = new NewDevice(body.name(), body.deviceName());
        return signIns.signIn(provider, body.idToken(), device);
    }

    /** {@code name} is for a new player; {@code deviceName} may be left out. */
    record SignIn(
            @NotBlank @Size(max = 8192) String idToken,
            @Size(max = 200) String name,
            @Size(min = 1, max = 60) String deviceName) {
        @Override
        public String toString() {
            return "SignIn[" + name + "]";
        }
    }
}
