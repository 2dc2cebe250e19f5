package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.format.Note;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The categories of one file. None ever goes again, and whoever looks at the bank gets all that there are: so they are bounded. */
final class FileCategories {
    /** Of a file. */
    private static final int MOST = 1_000;

    /**
     * Of the bank, wider ones included; there are hundreds in a large one. Imports at the same time may each bring some more, those
     * of the questions that they have at hand.
     */
    static final int MOST_OF_BANK = 5_000;

    static final Note TOO_MANY = new Note("too-many-categories", "a file has " + MOST + " categories at most");

    static final Note BANK_FULL = new Note(
            "bank-categories-full",
            "the bank has no room for a new category: it has " + MOST_OF_BANK + "; use one that there is");

    private final CategoryStore store;
    private final Set<CategoryTag> all = new HashSet<>();
    private final Set<CategoryTag> refused = new HashSet<>();

    /** Slugs of those that are in the bank. */
    private final Set<String> known = new HashSet<>();

    /** Slugs of those that are new and have room; after a while, unless it is a dry run, the bank has them. */
    private final Set<String> coming = new HashSet<>();

    FileCategories(CategoryStore store) {
        this.store = store;
    }

    /** Whether the file may have it. */
    boolean add(CategoryTag category) {
        return all.contains(category) || all.size() < MOST && all.add(category);
    }

    /** The names of those of the file's good questions so far. */
    SortedSet<String> names() {
        return all.stream()
                .filter(category -> !refused.contains(category))
                .map(CategoryTag::slug)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of {@code asked} that are new to the bank, which has no room for them. Waits. */
    Set<CategoryTag> withoutRoom(Collection<CategoryTag> asked) {
        Set<String> unknown = new LinkedHashSet<>();
        asked.forEach(category -> unknown.addAll(missing(category)));
        if (unknown.isEmpty()) {
            return Set.of();
        }
        unknown.addAll(coming);
        known.addAll(store.known(unknown));
        coming.removeAll(known);
        int room = MOST_OF_BANK - store.count() - coming.size();
        Set<CategoryTag> without = new LinkedHashSet<>();
        for (CategoryTag category : new LinkedHashSet<>(asked)) {
            Set<String> missing = missing(category);
            if (missing.size() > room) {
                without.add(category);
            } else {
                room -= missing.size();
                coming.addAll(missing);
            }
        }
        refused.addAll(without);
        return without;
    }

    /** What of it, and of those that it is a part of, is neither there nor coming. */
    private Set<String> missing(CategoryTag category) {
        Set<String> missing = new LinkedHashSet<>();
        for (CategoryTag tag = category; tag != null; tag = tag.parent()) {
            if (!known.contains(tag.slug()) && !coming.contains(tag.slug())) {
                missing.add(tag.slug());
            }
        }
        return missing;
    }
}
