package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Difficulty;

/** Questions 0 to {@code size} − 1 of one language, category and difficulty. */
record Bucket(int id, String slug, String category, Difficulty difficulty, int size) {
    long slot(long ordinal) {
        return ((long) id << 32) + ordinal;
    }

    static int idOf(long slot) {
        return (int) (slot >>> 32);
    }
}
