package app.vstrivia.api.question;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The queries on categories. */
@ApplicationScoped
class CategoryStore implements PanacheRepositoryBase<QuestionBucket, Integer> {
    Uni<List<CategoryView>> withQuestions() {
        return find("select b.category.slug, b.category.name, sum(b.size) from QuestionBucket b where b.size > 0"
                        + " group by b.category.slug, b.category.name order by b.category.name")
                .project(CategoryView.class)
                .list();
    }
}
