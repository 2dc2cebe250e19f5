package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.Slider;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.NumberScale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What there is to answer, as one match shows it.
 *
 * @param choices to pick from or to put in order; empty where something is typed or set
 * @param slider null unless a number is set on one
 */
public record Shuffled(List<String> choices, NumberScale slider, Solution solution) {
    /**
     * What is to be put in order is always mixed, from a fixed order, so that what is shown says nothing of what is right; true
     * and false never are.
     *
     * @param mixed whether choices are mixed as well
     */
    public static Shuffled of(QuestionBody body, boolean mixed, RandomGenerator random) {
        if (body instanceof QuestionBody.Numeric number) {
            return new Shuffled(
                    List.of(), scale(number.slider()), new Solution.Near(number.value(), number.tolerance()));
        }
        if (body instanceof QuestionBody.Ordering ordering) {
            List<String> shown = new ArrayList<>(ordering.items());
            Collections.sort(shown);
            shuffle(shown, random);
            List<Integer> order = ordering.items().stream().map(shown::indexOf).toList();
            return new Shuffled(shown, null, new Solution.Sequence(order));
        }
        if (body instanceof QuestionBody.Text text) {
            return new Shuffled(List.of(), null, Solution.Spelled.of(text.accepted()));
        }
        List<Choice> choices = new ArrayList<>(body.choices());
        if (mixed && body.kind() != QuestionKind.BOOLEAN) {
            shuffle(choices, random);
        }
        List<String> texts = choices.stream().map(Choice::text).toList();
        return new Shuffled(
                texts, null, body.kind().isOfChoices() ? new Solution.Marked(mask(choices)) : new Solution.None());
    }

    private static int mask(List<Choice> choices) {
        int mask = 0;
        for (int i = 0; i < choices.size(); i++) {
            mask |= choices.get(i).correct() ? 1 << i : 0;
        }
        return mask;
    }

    private static NumberScale scale(Slider slider) {
        return slider == null
                ? null
                : new NumberScale(
                        slider.min().toPlainString(),
                        slider.max().toPlainString(),
                        slider.step().toPlainString());
    }

    /** Each order as likely as another. */
    public static void shuffle(List<?> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
