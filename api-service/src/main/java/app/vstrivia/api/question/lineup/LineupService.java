package app.vstrivia.api.question.lineup;

import app.vstrivia.api.platform.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws lineups. */
@ApplicationScoped
public class LineupService {
    private final LineupStore store;
    private final RandomGenerator seeds;

    /** Draws with a random source that players cannot foresee. */
    @Inject
    LineupService(LineupStore store) {
        this(store, new SecureRandom());
    }

    /** @param seeds gives each draw the seed of a generator of its own, which is quicker */
    LineupService(LineupStore store, RandomGenerator seeds) {
        this.store = store;
        this.seeds = seeds;
    }

    /**
     * Draws as many different questions as the recipe asks for, each question of a part as likely as the others. Those that
     * the audience met lately come in only when there are not enough others.
     *
     * <p>Two round trips. Fails with {@link UnknownCategory} or {@link NotEnoughQuestions}.
     */
    public Uni<List<LineupQuestion>> draw(Transaction transaction, Recipe recipe, Audience audience) {
        return begin(transaction, recipe, audience)
                .chain(draw ->
                        store.questions(transaction, recipe, draw.slots()).map(draw::lineup))
                // a question that was drawn may be retired before it is read
                .onFailure(NotEnoughQuestions.class)
                .retry()
                .atMost(1);
    }

    /** Fails as a draw would. Only a draw tells whether several parts or tags have enough together: they may have the same. */
    public Uni<Void> check(Transaction transaction, Recipe recipe) {
        return recipe.parts().size() == 1 && recipe.tags().size() < 2
                ? begin(transaction, recipe, Audience.anybody()).replaceWithVoid()
                : draw(transaction, recipe, Audience.anybody()).replaceWithVoid();
    }

    private Uni<Draw> begin(Transaction transaction, Recipe recipe, Audience audience) {
        return store.look(transaction, recipe, audience).map(outlook -> {
            Set<String> unknown = recipe.categories();
            outlook.buckets().forEach(bucket -> unknown.remove(bucket.slug()));
            if (!unknown.isEmpty()) {
                throw new UnknownCategory(unknown);
            }
            return new Draw(recipe, outlook, new SplittableRandom(seeds.nextLong()));
        });
    }
}
