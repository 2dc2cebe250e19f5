package app.vstrivia.api.matchmaking.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.match.Settings;
import app.vstrivia.api.matchmaking.TicketService;
import app.vstrivia.api.matchmaking.TicketView;
import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.openapi.ApiDescription;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

@Path("/v1/matchmaking/tickets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Matchmaking")
class TicketResource {
    private final TicketService tickets;
    private final Caller caller;

    TicketResource(TicketService tickets, Caller caller) {
        this.tickets = tickets;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "createTicket",
            summary = "Ask for a duel; the player's stream tells when there is one, polling keeps the ticket alive")
    @APIResponse(
            responseCode = "201",
            description = "The ticket, maybe matched already",
            content =
                    @Content(
                            schema = @Schema(implementation = TicketView.class),
                            mediaType = MediaType.APPLICATION_JSON))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value = "invalid-recipe,unknown-category,not-enough-questions,types-not-offered")
    @Idempotent
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<TicketView> request(@NotNull @Valid Wish body) {
        return tickets.request(caller.playerId(), body.settings() == null ? Settings.defaults() : body.settings());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "ticket", summary = "The ticket; one that nobody asks after for two minutes is cancelled")
    @APIResponse(responseCode = "200", description = "The ticket")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<TicketView> status(UUID id) {
        return tickets.status(caller.playerId(), id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "cancelTicket", summary = "Stop waiting")
    @APIResponse(responseCode = "204", description = "Does not wait any more")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Void> cancel(UUID id) {
        return tickets.cancel(caller.playerId(), id);
    }

    @POST
    @Path("/{id}/bot")
    @Operation(operationId = "playBot", summary = "Play a bot instead, after 5 s of waiting")
    @APIResponse(responseCode = "200", description = "The ticket, matched")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(
            name = ApiDescription.PROBLEM_CODES,
            value = "bot-too-early,ticket-closed,not-enough-questions,types-not-offered,unknown-category")
    public Uni<TicketView> playBot(UUID id) {
        return tickets.playBot(caller.playerId(), id);
    }

    /** What kind of duel it shall be. */
    record Wish(Settings settings) {}
}
