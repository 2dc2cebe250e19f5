package app.vstrivia.api.privacy.export;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.stream.StreamId;
import java.util.function.Function;

/**
 * A file of the zip, an array of objects.
 *
 * @param about what it tells the reader
 * @param query gives the rows of one player; each column is a member. Of a name that ends in {@code :json} the text is
 *     taken over as it is, and one that ends in {@code :choices} is a set of choices.
 * @param key every parameter of the query
 * @param ofEachGuest whether the query is asked once more for each guest who was merged into the player
 */
record Section(String file, String about, String query, Function<PlayerId, Object> key, boolean ofEachGuest) {

    /** By the player's id. */
    static Section of(String file, String about, String query) {
        return new Section(file, about, query, player -> player, false);
    }

    /** By the names of the streams of all that the player was. */
    static Section ofStream(String file, String about, String query) {
        return new Section(file, about, query, player -> StreamId.of(player).toString(), true);
    }
}
