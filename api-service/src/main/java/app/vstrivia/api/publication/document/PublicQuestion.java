package app.vstrivia.api.publication.document;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.Slider;
import app.vstrivia.api.quiz.QuizSettings;
import java.util.List;
import java.util.UUID;

/**
 * A question without its solution.
 *
 * @param choices to pick from, or to be put in order; empty where something is typed or set. In the author's order where all
 *     see that; sorted where each match has another, and where the order is what is asked
 * @param slider null unless a number is set on one
 * @param seconds to answer in
 */
public record PublicQuestion(
        UUID itemId,
        QuestionKind type,
        String text,
        List<String> choices,
        Scale slider,
        PublicMedium media,
        int seconds) {
    /** Numbers as texts, so that none is rounded on its way. */
    public record Scale(String min, String max, String step) {}

    static PublicQuestion of(FrozenItem item, QuizSettings settings, PublicMedium medium) {
        QuestionBody body = item.body().body();
        return new PublicQuestion(
                item.id(),
                body.kind(),
                item.text(),
                choices(body, settings.shuffleChoices()),
                body instanceof QuestionBody.Numeric number ? scale(number.slider()) : null,
                medium,
                item.timeLimit() == null ? settings.secondsPerQuestion() : item.timeLimit());
    }

    private static List<String> choices(QuestionBody body, boolean shuffled) {
        if (body instanceof QuestionBody.Ordering ordering) {
            return ordering.items().stream().sorted().toList();
        }
        List<String> choices = body.choices().stream().map(Choice::text).toList();
        return shuffled && body.kind() != QuestionKind.BOOLEAN
                ? choices.stream().sorted().toList()
                : choices;
    }

    private static Scale scale(Slider slider) {
        return slider == null
                ? null
                : new Scale(
                        slider.min().toPlainString(),
                        slider.max().toPlainString(),
                        slider.step().toPlainString());
    }
}
