package app.vstrivia.api.admin.rest;

import app.vstrivia.api.audit.AuditEvent;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.audit.AuditQuery;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@SecurityRequirement(name = "token")
@Tag(name = "Administration")
class AuditResource {
    private final AuditLog audit;

    AuditResource(AuditLog audit) {
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "searchAudit",
            summary = "Who did what to whom, when, from where, the newest first (admin)")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is the cursor of the one that follows, if there is one")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Page<AuditEvent>> find(
            @Parameter(description = "The player who did it") @RestQuery String actor,
            @Parameter(description = "To whom or what: player:ID, device:ID")
                    @RestQuery
                    @Pattern(regexp = "[!-~]{1,64}", message = "must be an ASCII text")
                    String subject,
            @Parameter(description = "What was done: sign-in, role-granted, …") @RestQuery String action,
            @Parameter(description = "From this moment on (2026-01-31T12:00:00Z)") @RestQuery String from,
            @Parameter(description = "Before this moment") @RestQuery String to,
            @BeanParam PageRequest page) {
        return audit.find(AuditQuery.of(actor, subject, action, from, to, page));
    }
}
