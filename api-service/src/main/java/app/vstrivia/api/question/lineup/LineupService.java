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
     * <p>Two round trips. Two more, and never others, where a draw by tag met with more known questions than was likely, or any draw
     * with questions that were retired in this moment. Fails with {@link UnknownCategory} or {@link NotEnoughQuestions}.
     */
    public Uni<List<LineupQuestion>> draw(Transaction transaction, Recipe recipe, Audience audience) {
        return begin(transaction, recipe, audience, false).chain(draw -> deal(transaction, recipe, draw)
                .onFailure(LineupService::mayBeBetterNextTime)
                .recoverWithUni(() ->
                        begin(transaction, recipe, audience, true).chain(second -> deal(transaction, recipe, second))));
    }

    private Uni<List<LineupQuestion>> deal(Transaction transaction, Recipe recipe, Draw draw) {
        return store.questions(transaction, recipe, draw).map(draw::lineup);
    }

    private static boolean mayBeBetterNextTime(Throwable failure) {
        return failure instanceof TooFewLookedAt || failure instanceof NotEnoughQuestions;
    }

    /** Fails as a draw would. Only a draw tells whether several parts or tags have enough together: they may have the same. */
    public Uni<Void> check(Transaction transaction, Recipe recipe) {
        return recipe.parts().size() == 1 && recipe.tags().size() < 2
                ? begin(transaction, recipe, Audience.anybody(), false).replaceWithVoid()
                : draw(transaction, recipe, Audience.anybody()).replaceWithVoid();
    }

    private Uni<Draw> begin(Transaction transaction, Recipe recipe, Audience audience, boolean thorough) {
        return store.look(transaction, recipe, audience).map(outlook -> {
            Set<String> unknown = recipe.categories();
            outlook.buckets().forEach(bucket -> unknown.remove(bucket.slug()));
            if (!unknown.isEmpty()) {
                throw new UnknownCategory(unknown);
            }
            return new Draw(recipe, outlook, thorough, new SplittableRandom(seeds.nextLong()));
        });
    }
}
