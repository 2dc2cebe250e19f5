package app.vstrivia.api.question;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells which categories there are. */
@ApplicationScoped
public class CategoryService {
    private final CategoryStore store;

    CategoryService(CategoryStore store) {
        this.store = store;
    }

    /** Those that have questions, by name. */
    @WithSession
    public Uni<List<CategoryView>> withQuestions() {
        return store.withQuestions();
    }
}
