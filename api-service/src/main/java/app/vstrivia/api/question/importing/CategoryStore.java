package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.CategoryTag;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** The queries on categories. */
@ApplicationScoped
class CategoryStore {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pool pool;

    CategoryStore(Pool pool) {
        this.pool = pool;
    }

    /** How many there are. Waits. */
    int count() {
        return pool.query("SELECT COUNT(*) FROM category")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0))
                .await()
                .atMost(PATIENCE);
    }

    /** Those of {@code slugs}, which are some, that there are. Waits. */
    Set<String> known(Collection<String> slugs) {
        // hexadecimal digits only, so the plain text protocol will do, which saves preparing
        String values = slugs.stream()
                .map(slug -> "_utf8mb4 x'" + HexFormat.of().formatHex(slug.getBytes(StandardCharsets.UTF_8)) + "'")
                .collect(Collectors.joining(","));
        return pool.query("SELECT slug FROM category WHERE slug IN (" + values + ")")
                .execute()
                .map(rows -> {
                    Set<String> known = new HashSet<>();
                    rows.forEach(row -> known.add(row.getString(0)));
                    return known;
                })
                .await()
                .atMost(PATIENCE);
    }

    /** The category is there afterwards, and those that it is a part of. */
    Uni<Void> make(CategoryTag category) {
        CategoryTag parent = category.parent();
        if (parent == null) {
            return pool.preparedQuery("INSERT IGNORE INTO category (slug, name) VALUES (?, ?)")
                    .execute(Tuple.of(category.slug(), category.name()))
                    .replaceWithVoid();
        }
        return make(parent).chain(() -> pool.preparedQuery("INSERT IGNORE INTO category (slug, name, parent_id)"
                        + " SELECT ?, ?, id FROM category WHERE slug = ?")
                .execute(Tuple.of(category.slug(), category.name(), parent.slug()))
                .replaceWithVoid());
    }
}
