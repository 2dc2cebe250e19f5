package app.vstrivia.api.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record Page<T>(
        List<T> items, @Schema(nullable = true) String next) {
    /**
     * Makes a page of what was read.
     *
     * @param read one item more than {@code limit}, if there are so many
     * @param position where an item stands
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, Cursor> position) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<T> items = List.copyOf(read.subList(0, limit));
        return new Page<>(items, position.apply(items.get(limit - 1)).text());
    }
}
