package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.NewQuestion;

/** Which bucket a question belongs to. */
record BucketKey(String language, CategoryTag category, Difficulty difficulty) {
    static BucketKey of(NewQuestion question) {
        return new BucketKey(question.language(), question.category(), question.difficulty());
    }

    /** Two spellings of a category's name are one category. */
    String text() {
        return language + '/' + category.slug() + '/' + difficulty;
    }
}
