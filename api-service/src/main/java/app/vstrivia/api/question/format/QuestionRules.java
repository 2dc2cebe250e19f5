package app.vstrivia.api.question.format;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.model.match.QuestionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a question must be to enter the bank, whatever format it comes from. */
final class QuestionRules {
    static final int LONGEST_TEXT = 1000;
    static final int LONGEST_CHOICE = 300;
    static final int MOST_CHOICES = 6;

    private static final Note EMPTY = new Note("empty-choice", "an empty wrong choice was dropped");
    private static final Note REPEATED = new Note("duplicate-choice", "a choice that was there twice was dropped");

    private QuestionRules() {}

    /** Checks and cleans {@code raw}; what was repaired before counts among the repairs. */
    static ParsedItem check(int line, RawQuestion raw, Set<Note> repairs) {
        Set<Note> all = new LinkedHashSet<>(repairs);
        try {
            NewQuestion question = checked(raw, all);
            return new ParsedItem.Fit(line, question, List.copyOf(all));
        } catch (Unfit e) {
            return new ParsedItem.Refused(line, e.note(), raw.text());
        }
    }

    private static NewQuestion checked(RawQuestion raw, Set<Note> repairs) throws Unfit {
        String text = CleanText.lines(raw.text(), repairs);
        if (text.isEmpty()) {
            throw new Unfit("empty-question", "there is no question text");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Unfit(
                    "question-too-long", "the question has " + text.length() + " characters, at most " + LONGEST_TEXT);
        }
        List<Choice> choices = choices(raw.choices(), repairs);
        QuestionType type = type(raw.type(), choices);
        return new NewQuestion(
                type,
                text,
                type == QuestionType.BOOLEAN ? trueThenFalse(choices) : choices,
                explanation(raw.explanation(), repairs),
                category(raw),
                difficulty(raw.difficulty()),
                raw.origin().defaults().language(),
                raw.origin().source(),
                raw.origin().licence());
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
            if (text.length() > LONGEST_CHOICE) {
                throw new Unfit(
                        "choice-too-long", "a choice has " + text.length() + " characters, at most " + LONGEST_CHOICE);
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
        if (distinct.size() > MOST_CHOICES) {
            throw new Unfit("too-many-choices", "there are more than " + MOST_CHOICES + " choices");
        }
        return new ArrayList<>(distinct.values());
    }

    private static QuestionType type(QuestionType asked, List<Choice> choices) throws Unfit {
        long right = choices.stream().filter(Choice::correct).count();
        if (right == 0) {
            throw new Unfit("answer-missing", "no choice is right");
        }
        boolean trueFalse = choices.size() == 2
                && choices.stream().allMatch(choice -> isTrue(choice) || isFalse(choice))
                && choices.stream().filter(QuestionRules::isTrue).count() == 1;
        if (asked == QuestionType.BOOLEAN && !trueFalse) {
            throw new Unfit("not-true-or-false", "a true/false question has the choices True and False");
        }
        if (right > 1 && (asked == QuestionType.SINGLE || trueFalse)) {
            throw new Unfit("several-answers", "a question with one right answer is given several");
        }
        if (trueFalse) {
            return QuestionType.BOOLEAN;
        }
        return asked != null ? asked : right == 1 ? QuestionType.SINGLE : QuestionType.MULTIPLE;
    }

    private static List<Choice> trueThenFalse(List<Choice> choices) {
        boolean isTrue = choices.stream().anyMatch(choice -> choice.correct() && isTrue(choice));
        return List.of(new Choice("True", isTrue), new Choice("False", !isTrue));
    }

    private static boolean isTrue(Choice choice) {
        return choice.text().equalsIgnoreCase("true");
    }

    private static boolean isFalse(Choice choice) {
        return choice.text().equalsIgnoreCase("false");
    }

    private static String explanation(String raw, Set<Note> repairs) throws Unfit {
        String text = raw == null ? "" : CleanText.lines(raw, repairs);
        if (text.length() > LONGEST_TEXT) {
            throw new Unfit("explanation-too-long", "the explanation is longer than " + LONGEST_TEXT + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    private static CategoryTag category(RawQuestion raw) throws Unfit {
        if (raw.category() == null || raw.category().isBlank()) {
            return raw.origin().defaults().category();
        }
        try {
            return CategoryTag.named(CleanText.line(raw.category(), new LinkedHashSet<>()));
        } catch (IllegalArgumentException e) {
            throw new Unfit("bad-category", e.getMessage());
        }
    }

    private static Difficulty difficulty(String raw) throws Unfit {
        if (raw == null || raw.isBlank()) {
            return Difficulty.MEDIUM;
        }
        return Difficulty.of(raw)
                .orElseThrow(() -> new Unfit("unknown-difficulty", "the difficulties are easy, medium and hard"));
    }
}
