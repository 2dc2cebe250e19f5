package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What choices must be. */
final class ChoiceRules {
    static final int LONGEST = 300;
    static final int MOST = 6;

    private static final Note EMPTY = new Note("empty-choice", "an empty wrong choice was dropped");
    private static final Note REPEATED = new Note("duplicate-choice", "a choice that was there twice was dropped");

    private ChoiceRules() {}

    static QuestionBody checked(RawBody.Choices raw, Set<Note> repairs) throws Unfit {
        List<Choice> choices = choices(raw.choices(), repairs);
        return switch (kind(raw.kind(), choices)) {
            case BOOLEAN ->
                new QuestionBody.TrueFalse(choices.stream().anyMatch(choice -> choice.correct() && isTrue(choice)));
            case SINGLE -> new QuestionBody.Single(choices);
            default -> new QuestionBody.Multiple(choices);
        };
    }

    private static List<Choice> choices(List<Choice> raw, Set<Note> repairs) throws Unfit {
        Map<String, Choice> distinct = new LinkedHashMap<>();
        for (Choice choice : raw) {
            String text = CleanText.line(choice.text(), repairs);
            if (text.isEmpty() && choice.correct()) {
                throw new Unfit("answer-missing", "the right answer is empty");
            }
            if (text.isEmpty()) {
                repairs.add(EMPTY);
                continue;
            }
            if (text.length() > LONGEST) {
                throw new Unfit("choice-too-long", "a choice has " + text.length() + " characters, at most " + LONGEST);
            }
            Choice before = distinct.putIfAbsent(text, new Choice(text, choice.correct()));
            if (before != null && before.correct() != choice.correct()) {
                throw new Unfit("contradictory-choice", "a choice is given both as right and as wrong");
            }
            if (before != null) {
                repairs.add(REPEATED);
            }
        }
        if (distinct.size() < 2) {
            throw new Unfit("choices-missing", "there are fewer than two different choices");
        }
        if (distinct.size() > MOST) {
            throw new Unfit("too-many-choices", "there are more than " + MOST + " choices");
        }
        return new ArrayList<>(distinct.values());
    }

    private static QuestionKind kind(QuestionKind asked, List<Choice> choices) throws Unfit {
        long right = choices.stream().filter(Choice::correct).count();
        if (right == 0) {
            throw new Unfit("answer-missing", "no choice is right");
        }
        boolean trueFalse = choices.size() == 2
                && choices.stream().allMatch(choice -> isTrue(choice) || isFalse(choice))
                && choices.stream().filter(ChoiceRules::isTrue).count() == 1;
        if (asked == QuestionKind.BOOLEAN && !trueFalse) {
            throw new Unfit("not-true-or-false", "a true/false question has the choices True and False");
        }
        if (right > 1 && (asked == QuestionKind.SINGLE || trueFalse)) {
            throw new Unfit("several-answers", "a question with one right answer is given several");
        }
        if (trueFalse) {
            return QuestionKind.BOOLEAN;
        }
        return asked != null ? asked : right == 1 ? QuestionKind.SINGLE : QuestionKind.MULTIPLE;
    }

    private static boolean isTrue(Choice choice) {
        return choice.text().equalsIgnoreCase("true");
    }

    private static boolean isFalse(Choice choice) {
        return choice.text().equalsIgnoreCase("false");
    }
}
