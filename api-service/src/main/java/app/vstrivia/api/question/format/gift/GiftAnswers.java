package app.vstrivia.api.question.format.gift;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.Numbers;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.Unfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the braces of one question. */
final class GiftAnswers {
    private static final Pattern TRUE_FALSE = Pattern.compile("(?is)(T|TRUE|F|FALSE)\\s*(#.*)?");
    private static final Note FEEDBACK = new Note("feedback-left-out", "feedback to single answers was left out");
    private static final Note PARTLY =
            new Note("partial-credit", "an answer that is right in part counts as wrong here");
    private static final Note ALL_OF_THEM =
            new Note("several-answers", "each of several answers was right by itself; here all are asked for");

    private final String format;
    private final Set<Note> repairs;

    GiftAnswers(String format, Set<Note> repairs) {
        this.format = format;
        this.repairs = repairs;
    }

    RawBody read(String between) throws Unfit {
        String text = between.strip();
        if (text.isEmpty()) {
            throw new Unfit("essay", "an essay has no answer that is right");
        }
        Matcher trueFalse = TRUE_FALSE.matcher(text);
        if (trueFalse.matches()) {
            return trueFalse(trueFalse);
        }
        boolean number = text.startsWith("#");
        String listed = number ? text.substring(1).strip() : text;
        List<GiftAnswer> answers = GiftAnswer.all(listed);
        if (answers.isEmpty()) {
            answers = List.of(GiftAnswer.only(listed));
        } else if (listed.charAt(0) != '=' && listed.charAt(0) != '~') {
            throw new Unfit("malformed-question", "something stands before the first answer");
        }
        if (answers.stream().anyMatch(GiftAnswer::hasFeedback)) {
            repairs.add(FEEDBACK);
        }
        if (number) {
            return number(answers);
        }
        return answers.stream().allMatch(GiftAnswer::full) ? typed(answers) : picked(answers);
    }

    private RawBody trueFalse(Matcher found) {
        if (found.group(2) != null && !found.group(2).replace('#', ' ').isBlank()) {
            repairs.add(FEEDBACK);
        }
        boolean right = found.group(1).toUpperCase(Locale.ROOT).startsWith("T");
        return new RawBody.Choices(
                QuestionKind.BOOLEAN, List.of(new Choice("True", right), new Choice("False", !right)));
    }

    private RawBody picked(List<GiftAnswer> answers) throws Unfit {
        boolean oneIsEnough = answers.stream().anyMatch(GiftAnswer::full);
        List<Choice> choices = new ArrayList<>();
        for (GiftAnswer answer : answers) {
            boolean right = oneIsEnough ? answer.isRight() : answer.weight() > 0;
            if (oneIsEnough && answer.isRightInPart()) {
                repairs.add(PARTLY);
            }
            choices.add(new Choice(GiftText.plain(answer.text(), format, repairs), right));
        }
        if (oneIsEnough && choices.stream().filter(Choice::correct).count() > 1) {
            repairs.add(ALL_OF_THEM);
        }
        return new RawBody.Choices(oneIsEnough ? null : QuestionKind.MULTIPLE, choices);
    }

    private RawBody typed(List<GiftAnswer> answers) throws Unfit {
        if (answers.stream().anyMatch(answer -> answer.text().contains("->"))) {
            throw new Unfit("matching", "pairs to match are not supported");
        }
        List<String> accepted = new ArrayList<>();
        for (GiftAnswer answer : right(answers)) {
            if (answer.text().replace("\\*", "").contains("*")) {
                throw new Unfit("wildcard", "answers with a wildcard are not supported");
            }
            accepted.add(GiftText.plain(answer.text(), format, repairs).replace("\\*", "*"));
        }
        return new RawBody.Accepted(accepted);
    }

    private RawBody number(List<GiftAnswer> answers) throws Unfit {
        List<GiftAnswer> right = right(answers);
        if (right.size() > 1) {
            throw new Unfit("several-answers", "there is more than one right number");
        }
        String text = GiftText.plain(right.get(0).text(), format, repairs);
        int dots = text.indexOf("..");
        if (dots > 0) {
            return Numbers.between(text.substring(0, dots), text.substring(dots + 2), null);
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new RawBody.Number(text, null, null)
                : new RawBody.Number(text.substring(0, colon), text.substring(colon + 1), null);
    }

    private List<GiftAnswer> right(List<GiftAnswer> answers) throws Unfit {
        if (answers.stream().anyMatch(GiftAnswer::isRightInPart)) {
            repairs.add(PARTLY);
        }
        List<GiftAnswer> right = answers.stream().filter(GiftAnswer::isRight).toList();
        if (right.isEmpty()) {
            throw new Unfit("answer-missing", "no answer is right");
        }
        return right;
    }
}
