package app.vstrivia.api.question;

import app.vstrivia.api.platform.paging.Cursor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The queries on categories. */
@ApplicationScoped
class CategoryStore implements PanacheRepositoryBase<QuestionBucket, Integer> {
    /** By name and slug, from behind {@code after} on, which is null for all. */
    Uni<List<CategoryView>> withQuestions(Cursor after, int most) {
        String name = after == null ? "" : after.keys().get(0);
        String slug = after == null ? "" : after.keys().get(1);
        return find(
                        "select b.category.slug, b.category.name, p.slug, sum(b.size) from QuestionBucket b"
                                + " left join b.category.parent p where b.size > 0"
                                + " and (b.category.name > ?1 or b.category.name = ?1 and b.category.slug > ?2)"
                                + " group by b.category.slug, b.category.name, p.slug"
                                + " order by b.category.name, b.category.slug",
                        name,
                        slug)
                .project(CategoryView.class)
                .page(0, most)
                .list();
    }
}
