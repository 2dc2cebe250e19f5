package app.vstrivia.api.question;

import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells which categories there are. */
@ApplicationScoped
public class CategoryService {
    private final CategoryStore store;

    CategoryService(CategoryStore store) {
        this.store = store;
    }

    /** Those that have questions, by name. */
    @WithSession
    public Uni<Page<CategoryView>> withQuestions(PageRequest page) {
        return store.withQuestions(page.after(2), page.limit() + 1)
                .map(read -> Page.of(read, page.limit(), last -> Cursor.of(last.name(), last.id())));
    }
}
