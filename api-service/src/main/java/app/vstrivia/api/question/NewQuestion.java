package app.vstrivia.api.question;

import app.vstrivia.model.match.QuestionType;
import java.util.List;

/**
 * A question that is fit for the bank but not yet in it: its choices differ from each other, as many of them are right as
 * its type asks for, and a true/false question has the choices True and False in this order.
 *
 * @param explanation shown at the reveal; null if there is none
 * @param language a BCP 47 tag in lower case
 */
public record NewQuestion(
        QuestionType type,
        String text,
        List<Choice> choices,
        String explanation,
        CategoryTag category,
        Difficulty difficulty,
        String language,
        String source,
        String licence) {
    public NewQuestion {
        choices = List.copyOf(choices);
    }
}
