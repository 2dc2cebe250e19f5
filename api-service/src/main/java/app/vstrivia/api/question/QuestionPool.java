package app.vstrivia.api.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What questions of a bucket are drawn from: those of choices are one pool, each other type is a pool of its own. A question's
 * draw slot is made of its bucket, its pool and its place in it.
 */
public enum QuestionPool {
    /** Single, multiple and true/false: all that matches could play at first. */
    CHOICE(0),
    NUMERIC(8),
    ORDERING(9),
    TEXT(10),
    POLL(11);

    private static final int PLACES = 28;

    /** Where the types have their numbers, a tag has this one. */
    private static final long TAGGED = 15;

    private final int number;

    QuestionPool(int number) {
        this.number = number;
    }

    /** The value as the tables and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static QuestionPool of(QuestionKind kind) {
        return kind.isOfChoices() ? CHOICE : valueOf(kind.name());
    }

    public static Optional<QuestionPool> of(String wire) {
        return Arrays.stream(values()).filter(pool -> pool.wire().equals(wire)).findFirst();
    }

    /** @param place in the pool, from 0 */
    public long slot(int bucket, long place) {
        return ((long) bucket << 32) + ((long) number << PLACES) + place;
    }

    /**
     * Where a tag has a question.
     *
     * @param tagPool of the questions of one pool of one bucket that have the tag
     * @param place among them, from 0
     */
    public static long slotOfTag(int tagPool, long place) {
        return ((long) tagPool << 32) + (TAGGED << PLACES) + place;
    }

    /** Whether {@link #slotOfTag} made it. */
    public static boolean isOfTag(long slot) {
        return (slot >>> PLACES & TAGGED) == TAGGED;
    }

    /** The bucket that {@link #slot} was made with, or the pool that {@link #slotOfTag} was. */
    public static int ownerOf(long slot) {
        return (int) (slot >>> 32);
    }

    /** The same for all slots of one pool of one bucket, and for no others. */
    public static long poolOf(long slot) {
        return slot >>> PLACES;
    }

    /** The place that {@link #slot} was made with. */
    public static int placeOf(long slot) {
        return (int) (slot & (1 << PLACES) - 1);
    }
}
