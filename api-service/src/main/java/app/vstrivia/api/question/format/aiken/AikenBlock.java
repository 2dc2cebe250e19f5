package app.vstrivia.api.question.format.aiken;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import app.vstrivia.api.question.format.SourceLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of one question. */
final class AikenBlock {
    private static final Pattern CHOICE = Pattern.compile("(?s)\\s*+([A-Z])[.)]\\s++(.*)");

    /** More lines than a question may have characters are no question; the rest is only counted. */
    private static final int LONGEST = 64 * 1024;

    private final int number;
    private final StringBuilder text = new StringBuilder();
    private final List<String> choices = new ArrayList<>();
    private final Set<Note> repairs = new LinkedHashSet<>();
    private Note damage;

    AikenBlock(int number) {
        this.number = number;
    }

    /** Whether the line belongs to this question. */
    boolean take(SourceLine line) {
        Matcher choice = CHOICE.matcher(line.text());
        // the letter that is due: a question may begin like “A. Lincoln was”
        boolean isChoice =
                !text.isEmpty() && choice.matches() && choice.group(1).charAt(0) == 'A' + choices.size();
        if (!isChoice && !choices.isEmpty()) {
            return false;
        }
        look(line);
        if (isChoice) {
            choices.add(choice.group(2));
        } else if (text.length() < LONGEST) {
            text.append(text.isEmpty() ? "" : "\n").append(line.text());
        }
        return true;
    }

    void look(SourceLine line) {
        if (line.repair() != null) {
            repairs.add(line.repair());
        }
        if (damage == null) {
            damage = line.damage();
        }
    }

    /** @param answer one letter, or several with commas */
    ParsedItem parsed(String answer, Origin origin) {
        if (damage == null && text.isEmpty()) {
            damage = new Note("stray-line", "the line belongs to no question");
        }
        if (damage == null && answer.isEmpty()) {
            damage = new Note("answer-missing", "there is no answer line");
        }
        List<Choice> marked = new ArrayList<>();
        String letters = answer.replaceAll("[\\s,;]+", "");
        for (int i = 0; i < choices.size(); i++) {
            marked.add(new Choice(choices.get(i), letters.indexOf('A' + i) >= 0));
        }
        boolean known = letters.chars().allMatch(letter -> letter >= 'A' && letter < 'A' + choices.size());
        if (damage == null && !choices.isEmpty() && !known) {
            damage = new Note("answer-not-among-choices", "the answer is not the letter of a choice");
        }
        if (damage != null) {
            return new ParsedItem.Refused(number, damage, text.toString());
        }
        RawQuestion raw = new RawQuestion(new RawBody.Choices(null, marked), text.toString(), origin);
        return QuestionRules.check(number, raw, repairs);
    }
}
