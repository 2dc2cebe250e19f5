package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionPool;

/**
 * A pool of a bucket: questions 0 to {@code size} − 1 of one language, category and difficulty. Or those of them that have a
 * tag, with places of their own.
 *
 * @param slug of the category
 * @param category its name
 * @param tag null if it is the whole pool
 * @param tagPool those that have the tag; 0 without one
 */
record Bucket(
        int id,
        String slug,
        String category,
        Difficulty difficulty,
        int size,
        QuestionPool pool,
        String tag,
        int tagPool) {
    /** A whole pool. */
    Bucket(int id, String slug, String category, Difficulty difficulty, int size, QuestionPool pool) {
        this(id, slug, category, difficulty, size, pool, null, 0);
    }

    /** Of choices. */
    Bucket(int id, String slug, String category, Difficulty difficulty, int size) {
        this(id, slug, category, difficulty, size, QuestionPool.CHOICE);
    }

    long slot(long place) {
        return tag == null ? pool.slot(id, place) : QuestionPool.slotOfTag(tagPool, place);
    }

    /** The key of the whole pool. */
    long wholeKey() {
        return QuestionPool.poolOf(pool.slot(id, 0));
    }

    /** The same for all its slots, and for no others. */
    long key() {
        return QuestionPool.poolOf(slot(0));
    }

    /** The slug of what is within a category begins with that of the category and a dot. */
    boolean isWithin(String wider) {
        return slug.startsWith(wider) && (slug.length() == wider.length() || slug.charAt(wider.length()) == '.');
    }
}
