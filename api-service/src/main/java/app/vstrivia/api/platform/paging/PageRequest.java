package app.vstrivia.api.platform.paging;

import app.vstrivia.model.id.UuidV7;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page is asked for; a {@code @BeanParam}. */
public final class PageRequest {
    /** The most items of a page, and how many there are if the client does not say. */
    public static final int MOST = 100;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", maximum = "" + MOST))
    String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "The next of the page before",
            schema = @Schema(type = SchemaType.STRING, maxLength = Cursor.LONGEST))
    String cursor;

    /** @throws InvalidPage if it is no number from 1 to {@value #MOST} */
    public int limit() {
        if (limit == null) {
            return MOST;
        }
        if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
            throw new InvalidPage("limit", "must be a number from 1 to " + MOST);
        }
        return Integer.parseInt(limit);
    }

    /**
     * Where to go on; null for the first page.
     *
     * @throws InvalidPage if it is no cursor of a list with {@code parts} sort keys
     */
    public Cursor after(int parts) {
        return cursor == null ? null : Cursor.parse(cursor, parts);
    }

    /**
     * Where to go on in a list that is sorted by id; null for the first page.
     *
     * @throws InvalidPage if it is no cursor of such a list
     */
    public UUID afterId() {
        return after(1, cursor -> UuidV7.parse(cursor.keys().get(0)));
    }

    /**
     * The same, as the list understands it.
     *
     * @throws InvalidPage also if {@code position} finds no sense in it
     */
    public <T> T after(int parts, Function<Cursor, T> position) {
        Cursor after = after(parts);
        try {
            return after == null ? null : position.apply(after);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidPage("cursor", "is not a cursor of this list");
        }
    }
}
