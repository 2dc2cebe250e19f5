package app.vstrivia.api.question.lineup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws lineups. */
@ApplicationScoped
public class LineupService {
    private final LineupStore store;
    private final RandomGenerator random;

    /** Draws with a random source that players cannot foresee. */
    @Inject
    LineupService(LineupStore store) {
        this(store, new SecureRandom());
    }

    LineupService(LineupStore store, RandomGenerator random) {
        this.store = store;
        this.random = random;
    }

    /**
     * Draws {@code recipe.count()} different questions, each lineup as likely as any other. Questions of {@code seen} come
     * in only when there are not enough others.
     *
     * <p>Fails with {@link UnknownCategory} or {@link NotEnoughQuestions}.
     */
    public Uni<List<LineupQuestion>> draw(Recipe recipe, Set<UUID> seen) {
        Set<UUID> avoided = Set.copyOf(seen);
        return store.buckets(recipe).chain(buckets -> {
            Set<String> unknown = new TreeSet<>(recipe.categories());
            buckets.forEach(bucket -> unknown.remove(bucket.slug()));
            if (!unknown.isEmpty()) {
                throw new UnknownCategory(unknown);
            }
            List<Bucket> eligible = buckets.stream()
                    .filter(bucket -> bucket.size() > 0 && recipe.difficulties().contains(bucket.difficulty()))
                    .toList();
            RandomSlots slots = new RandomSlots(eligible, random);
            if (slots.size() < recipe.count()) {
                throw new NotEnoughQuestions(recipe.count(), slots.size());
            }
            return draw(new Draw(recipe.count(), avoided, slots), eligible);
        });
    }

    private Uni<List<LineupQuestion>> draw(Draw draw, List<Bucket> buckets) {
        List<Long> slots = draw.nextSlots();
        return store.questions(slots).chain(found -> {
            draw.take(slots, found);
            return draw.isDone() ? Uni.createFrom().item(draw.lineup(buckets, random)) : draw(draw, buckets);
        });
    }
}
