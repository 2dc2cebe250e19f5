package app.vstrivia.api.question.report.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.question.report.ReportReason;
import app.vstrivia.api.question.report.ReportService;
import app.vstrivia.model.id.MatchId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/matches/{matchId}/rounds/{round}/report")
@RolesAllowed(Roles.PLAYER)
@SecurityRequirement(name = "token")
@Tag(name = "Matches")
class RoundReportResource {
    private final ReportService reports;
    private final Caller caller;

    RoundReportResource(ReportService reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportQuestion",
            summary = "Say what is wrong with the question of a round that was shown",
            description = "One report of each player and question; another one takes its place.")
    @APIResponse(responseCode = "204", description = "Those who look after the questions will see it")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public Uni<Void> report(UUID matchId, int round, @NotNull @Valid Report body) {
        return reports.report(new MatchId(matchId), round, caller.playerId(), body.reason(), body.text());
    }

    /** What is wrong, and in the player's words. */
    record Report(
            @NotNull ReportReason reason,
            @Schema(nullable = true) @Size(max = 500) String text) {}
}
