package app.vstrivia.api.question;

import java.util.List;
import java.util.TreeSet;

/**
 * A question that is fit for the bank but not yet in it.
 *
 * @param explanation shown at the reveal; null if there is none
 * @param media null if there is none
 * @param tags in lower case, sorted
 * @param language a BCP 47 tag in lower case
 * @param timeLimit in seconds; null to leave it to the match
 */
public record NewQuestion(
        QuestionBody body,
        String text,
        String explanation,
        MediaRef media,
        CategoryTag category,
        List<String> tags,
        Difficulty difficulty,
        String language,
        Integer timeLimit,
        Provenance provenance) {
    public NewQuestion {
        tags = List.copyOf(new TreeSet<>(tags));
    }

    /** The same question about another medium. */
    public NewQuestion with(MediaRef other) {
        return new NewQuestion(
                body, text, explanation, other, category, tags, difficulty, language, timeLimit, provenance);
    }

    /** The same question as {@code other} says it, about the same medium, in the same category and language. */
    public NewQuestion correctedAs(NewQuestion other) {
        return new NewQuestion(
                other.body,
                other.text,
                other.explanation,
                media,
                category,
                other.tags,
                other.difficulty,
                language,
                other.timeLimit,
                other.provenance);
    }

    public QuestionKind kind() {
        return body.kind();
    }

    /** What there is to pick from. */
    public List<Choice> choices() {
        return body.choices();
    }
}
