package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionPool;

/**
 * A pool of a bucket: questions 0 to {@code size} − 1 of one language, category and difficulty.
 *
 * @param slug of the category
 * @param category its name
 */
record Bucket(int id, String slug, String category, Difficulty difficulty, int size, QuestionPool pool) {
    /** Of choices. */
    Bucket(int id, String slug, String category, Difficulty difficulty, int size) {
        this(id, slug, category, difficulty, size, QuestionPool.CHOICE);
    }

    long slot(long place) {
        return pool.slot(id, place);
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
