package app.vstrivia.api.question.rest;

import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.platform.revision.Revised;
import app.vstrivia.api.question.CategoryService;
import app.vstrivia.api.question.CategoryView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/categories")
@Tag(name = "Questions")
class CategoryResource {
    private final CategoryService categories;

    CategoryResource(CategoryService categories) {
        this.categories = categories;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "categories", summary = "The categories that have questions, by name")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "304", description = "As the client has it")
    @Revised
    public Uni<Page<CategoryView>> list(@BeanParam PageRequest page) {
        return categories.withQuestions(page);
    }
}
