package app.vstrivia.api.identity.signin.rest;

import app.vstrivia.api.identity.login.ClientAddress;
import app.vstrivia.api.identity.signin.NewDevice;
import app.vstrivia.api.identity.signin.Nonce;
import app.vstrivia.api.identity.signin.Nonces;
import app.vstrivia.api.identity.signin.SignInService;
import app.vstrivia.api.identity.signin.SignedIn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/sign-in")
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
    @Operation(
            summary = "Get a nonce, to be sent along when a provider is asked for an ID token",
            description = "It is good once, within ten minutes, to sign in or to link an identity.")
    @APIResponse(responseCode = "201", description = "The nonce")
    public Uni<RestResponse<Nonce>> nonce() {
        return nonces.next().map(SignInResource::createdAndNotToBeKept);
    }

    @POST
    @Path("/{provider}")
    @Operation(
            summary = "Sign in on this device with a provider's ID token",
            description = "An identity that nobody has linked becomes a new player, who needs a name. Either way the"
                    + " device is a new one, and its secret is shown this once.")
    @APIResponse(responseCode = "201", description = "The player, the device and its secret, and the first tokens")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "503", ref = "Problem")
    public Uni<RestResponse<SignedIn>> signIn(
            String provider, @NotNull @Valid SignIn body, @Context HttpServerRequest request) {
        NewDevice device = new NewDevice(body.name(), body.deviceName(), ClientAddress.of(request));
        return signIns.signIn(provider, body.idToken(), device).map(SignInResource::createdAndNotToBeKept);
    }

    private static <T> RestResponse<T> createdAndNotToBeKept(T body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
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
