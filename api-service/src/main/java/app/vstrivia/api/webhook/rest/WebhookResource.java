package app.vstrivia.api.webhook.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.webhook.IssuedSecret;
import app.vstrivia.api.webhook.NewWebhook;
import app.vstrivia.api.webhook.WebhookDraft;
import app.vstrivia.api.webhook.WebhookService;
import app.vstrivia.api.webhook.WebhookView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Webhooks")
class WebhookResource {
    private final WebhookService webhooks;
    private final Caller caller;

    WebhookResource(WebhookService webhooks, Caller caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "webhooks", summary = "Your webhooks (author, admin)")
    @APIResponse(responseCode = "200", description = "All of them, 10 at most, without their secrets")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<List<WebhookView>> list() {
        return webhooks.of(caller.playerId());
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createWebhook",
            summary = "Have another system told what happens (author, admin)",
            description = "Events come as POST, signed as Standard Webhooks has it (webhook-id, webhook-timestamp,"
                    + " webhook-signature), at least once: webhook-id tells what came before. An answer of 2xx within 15 s"
                    + " is good; all else is tried again for three days. match.finished, report.filed, question.status and"
                    + " job.failed are for admins; the others are about what is yours.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, and its secret, which is shown this once",
            content =
                    @Content(
                            schema = @Schema(implementation = NewWebhook.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "too-many-webhooks,unfit-address,put-out")
    @Idempotent
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<NewWebhook> create(@NotNull @Valid WebhookDraft body) {
        return webhooks.create(caller.playerId(), caller.is(Roles.ADMIN), body);
    }

    @GET
    @Path("/{webhookId}")
    @Operation(operationId = "webhook", summary = "A webhook of yours (author, admin)")
    @APIResponse(responseCode = "200", description = "The webhook, without its secret")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<WebhookView> view(UUID webhookId) {
        return webhooks.find(webhookId, caller.playerId());
    }

    @PUT
    @Path("/{webhookId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "saveWebhook",
            summary = "Change a webhook, disable it, or enable it again (author, admin)",
            description = "What happens while it is disabled is not told later.")
    @APIResponse(responseCode = "200", description = "The webhook as it is now")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "unfit-address")
    public Uni<WebhookView> save(UUID webhookId, @NotNull @Valid WebhookDraft body) {
        return webhooks.save(webhookId, caller.playerId(), caller.is(Roles.ADMIN), body);
    }

    @DELETE
    @Path("/{webhookId}")
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook with its log (author, admin)")
    @APIResponse(responseCode = "204", description = "Nothing is sent any more")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Void> delete(UUID webhookId) {
        return webhooks.delete(webhookId, caller.playerId());
    }

    @POST
    @Path("/{webhookId}/secrets")
    @ResponseStatus(201)
    @Operation(
            operationId = "replaceWebhookSecret",
            summary = "Another secret for a webhook (author, admin)",
            description = "The one before signs as well for a day; one that was before that does no more.")
    @APIResponse(
            responseCode = "201",
            description = "The secret, which is shown this once",
            content =
                    @Content(
                            schema = @Schema(implementation = IssuedSecret.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Idempotent
    @Cancellable(false)
    public Uni<IssuedSecret> replaceSecret(UUID webhookId) {
        return webhooks.replaceSecret(webhookId, caller.playerId());
    }
}
