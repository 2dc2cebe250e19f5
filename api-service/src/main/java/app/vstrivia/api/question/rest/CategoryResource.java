package app.vstrivia.api.question.rest;

import app.vstrivia.api.question.CategoryService;
import app.vstrivia.api.question.CategoryView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/categories")
@Tag(name = "Questions")
class CategoryResource {
    private final CategoryService categories;

    CategoryResource(CategoryService categories) {
        this.categories = categories;
    }

    record Categories(List<CategoryView> items) {}

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The categories that have questions")
    public Uni<Categories> list() {
        return categories.withQuestions().map(Categories::new);
    }
}
