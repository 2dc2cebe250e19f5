package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Difficulty;

/**
 * Questions 0 to {@code size} − 1 of one language, category and difficulty.
 *
 * @param slug of the category
 * @param category its name
 */
record Bucket(int id, String slug, String category, Difficulty difficulty, int size) {
    long slot(long ordinal) {
        return ((long) id << 32) + ordinal;
    }

    static int idOf(long slot) {
        return (int) (slot >>> 32);
    }

    /** The slug of what is within a category begins with that of the category and a dot. */
    boolean isWithin(String wider) {
        return slug.startsWith(wider) && (slug.length() == wider.length() || slug.charAt(wider.length()) == '.');
    }
}
