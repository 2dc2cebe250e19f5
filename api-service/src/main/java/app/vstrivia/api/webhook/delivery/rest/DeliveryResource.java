package app.vstrivia.api.webhook.delivery.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.platform.ratelimit.RateLimit;
import app.vstrivia.api.platform.ratelimit.RateLimited;
import app.vstrivia.api.webhook.delivery.DeliveryService;
import app.vstrivia.api.webhook.delivery.DeliveryService.Replayed;
import app.vstrivia.api.webhook.delivery.DeliveryStatus;
import app.vstrivia.api.webhook.delivery.DeliveryView;
import app.vstrivia.api.webhook.delivery.InvalidDeliveryQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
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
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/webhooks/{webhookId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUTHOR, Roles.ADMIN})
@SecurityRequirement(name = "token")
@Tag(name = "Webhooks")
class DeliveryResource {
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final DeliveryService deliveries;
    private final Caller caller;

    DeliveryResource(DeliveryService deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "webhookDeliveries",
            summary = "What was sent to a webhook in 30 days, the newest first (author, admin)")
    @APIResponse(responseCode = "200", description = "A page of it, each with what the last attempt came to")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Page<DeliveryView>> list(
            UUID webhookId,
            @Parameter(description = "pending, delivered or failed; all if it is not said") @RestQuery String status,
            @BeanParam PageRequest page) {
        return deliveries.list(webhookId, caller.playerId(), statusOf(status), page.afterId(), page.limit());
    }

    @POST
    @Path("/test")
    @ResponseStatus(202)
    @RateLimited(RateLimit.WEBHOOK_TESTS)
    @Operation(
            operationId = "testWebhook",
            summary = "Send a webhook.test to a webhook (author, admin)",
            description = "The log tells what came of it.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent now",
            content = @Content(schema = @Schema(implementation = Sent.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "webhook-disabled")
    public Uni<Sent> test(UUID webhookId) {
        return deliveries.test(webhookId, caller.playerId()).map(Sent::new);
    }

    @POST
    @Path("/deliveries/{deliveryId}/replay")
    @ResponseStatus(202)
    @RateLimited(RateLimit.WEBHOOK_TESTS)
    @Operation(
            operationId = "replayDelivery",
            summary = "Send something again, under the same webhook-id (author, admin)")
    @APIResponse(
            responseCode = "202",
            description = "It is sent now",
            content = @Content(schema = @Schema(implementation = Sent.class), mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "webhook-disabled")
    public Uni<Sent> replay(UUID webhookId, UUID deliveryId) {
        return deliveries.replay(webhookId, deliveryId, caller.playerId()).replaceWith(() -> new Sent(deliveryId));
    }

    @POST
    @Path("/deliveries/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @RateLimited(RateLimit.WEBHOOK_TESTS)
    @Operation(
            operationId = "replayFailedDeliveries",
            summary = "Send again what failed for good (author, admin)",
            description = "500 at once; more tells whether there are others.")
    @APIResponse(responseCode = "200", description = "So many are sent now, the oldest first")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "webhook-disabled")
    public Uni<Replayed> replayFailed(UUID webhookId, @NotNull @Valid Failed body) {
        return deliveries.replayFailed(webhookId, caller.playerId(), known(body.since()));
    }

    private static DeliveryStatus statusOf(String text) {
        try {
            return text == null ? null : DeliveryStatus.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidDeliveryQuery("status", "is none of pending, delivered and failed");
        }
    }

    /** The database knows no others. */
    private static Instant known(Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
            throw InvalidDeliveryQuery.since();
        }
        return moment;
    }

    /** Which of those that failed: of what happened since then. */
    record Failed(@NotNull Instant since) {}

    /** What is sent. */
    record Sent(UUID deliveryId) {}
}
