package app.vstrivia.api.job.rest;

import app.vstrivia.api.identity.Caller;
import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.job.FailedJob;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.platform.openapi.ApiDescription;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/jobs/failed")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@SecurityRequirement(name = "token")
@Tag(name = "Jobs")
class JobResource {
    private final Jobs jobs;
    private final Caller caller;

    JobResource(Jobs jobs, Caller caller) {
        this.jobs = jobs;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listFailedJobs", summary = "What failed for good, the latest first (admin)")
    @APIResponse(responseCode = "200", description = "A page of it")
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    public Uni<Page<FailedJob>> failed(@BeanParam PageRequest page) {
        return jobs.failed(page);
    }

    @DELETE
    @Path("/{kind}/{thing}")
    @Operation(
            operationId = "deleteJob",
            summary = "Give up a job that failed for good, unless it was promised (admin)")
    @APIResponse(responseCode = "204", description = "It is gone, undone")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found,conflict")
    public Uni<Void> delete(String kind, String thing) {
        return jobs.delete(kind, thing, caller.actor());
    }

    @POST
    @Path("/{kind}/{thing}/repeat")
    @Operation(operationId = "repeatJob", summary = "Try a job again that failed for good (admin)")
    @APIResponse(responseCode = "204", description = "It is tried again now")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "403", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @Extension(name = ApiDescription.PROBLEM_CODES, value = "not-found")
    public Uni<Void> repeat(String kind, String thing) {
        return jobs.repeat(kind, thing, caller.actor());
    }
}
