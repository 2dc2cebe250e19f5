package app.vstrivia.model.sql;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collections;
import java.util.UUID;

/** Parameters of statements, with identifiers as the {@code BINARY(16)} of the tables. */
public final class Values {
    private Values() {}

    /**
     * The parameters in their order. {@link Tuple#of} cannot be used for bytes: it hands the driver the wrapper that
     * Mutiny puts round them.
     */
    public static Tuple of(Object... values) {
        Tuple tuple = Tuple.tuple();
        for (Object value : values) {
            add(tuple, value);
        }
        return tuple;
    }

    /** Adds one parameter. */
    public static Tuple add(Tuple tuple, Object value) {
        if (value instanceof MatchId) {
            return tuple.addBuffer(((MatchId) value).toBuffer());
        }
        if (value instanceof PlayerId) {
            return tuple.addBuffer(((PlayerId) value).toBuffer());
        }
        if (value instanceof UUID) {
            return tuple.addBuffer(UuidV7.toBuffer((UUID) value));
        }
        return value instanceof Buffer ? tuple.addBuffer((Buffer) value) : tuple.addValue(value);
    }

    /** {@code count} question marks for an {@code IN}. */
    public static String marks(int count) {
        return rows("?", count);
    }

    /** {@code count} times the same row of question marks, for an insert of several rows. */
    public static String rows(String row, int count) {
        return String.join(", ", Collections.nCopies(count, row));
    }
}
