package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.model.text.PlainForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The lines of one OpenTriviaQA question. */
final class OpenTriviaQaBlock {
    private static final Pattern CHOICE = Pattern.compile("[A-Z](?:\\s.*)?");
    private static final Note RESPELLED = new Note(
            "answer-spelled-differently", "the answer differs from its choice in case, spacing or punctuation");

    private final int number;
    private final StringBuilder text;
    private final List<String> choices = new ArrayList<>();
    private final Set<Note> repairs = new LinkedHashSet<>();
    private String answer;
    private char letter = 'A';
    private ParsedItem.Refused refusal;

    OpenTriviaQaBlock(SourceLine first) {
        number = first.number();
        text = new StringBuilder(first.text().substring(2));
        look(first);
    }

    boolean hasChoices() {
        return !choices.isEmpty();
    }

    /** Whether {@code line} is the choice with the letter that is due. */
    boolean isNextChoice(SourceLine line) {
        return answer != null
                && CHOICE.matcher(line.text()).matches()
                && line.text().charAt(0) == letter;
    }

    void add(SourceLine line) {
        look(line);
        if (line.startsWith("^")) {
            if (answer != null) {
                refuse(line, "several-answers", "the question has a second answer line");
            }
            answer = line.text().substring(1);
        } else if (answer == null) {
            text.append('\n').append(line.text());
        } else if (isNextChoice(line)) {
            letter++;
            choices.add(line.text().substring(1));
        } else if (!line.isBlank()) {
            refuse(line, "stray-line", "the line is neither choice " + letter + " nor a new question");
        }
    }

    ParsedItem parsed(Origin origin) {
        if (refusal != null) {
            return refusal;
        }
        try {
            RawQuestion raw = new RawQuestion(new RawBody.Choices(null, marked()), text.toString(), origin);
            return QuestionRules.check(number, raw, repairs);
        } catch (Unfit e) {
            return new ParsedItem.Refused(number, e.note(), text.toString());
        }
    }

    private void look(SourceLine line) {
        if (line.repair() != null) {
            repairs.add(line.repair());
        }
        if (line.damage() != null) {
            refuse(line, line.damage().code(), line.damage().reason());
        }
    }

    private void refuse(SourceLine line, String code, String reason) {
        if (refusal == null) {
            refusal = new ParsedItem.Refused(line.number(), new Note(code, reason), line.text());
        }
    }

    /** The choices, each marked as right if it is the answer; all of them wrong is left to the rules. */
    private List<Choice> marked() throws Unfit {
        if (answer == null || answer.isBlank()) {
            throw new Unfit("answer-missing", "there is no answer line");
        }
        String right = CleanText.line(answer, repairs);
        List<String> clean = new ArrayList<>();
        for (String choice : choices) {
            clean.add(CleanText.line(choice, repairs));
        }
        if (!clean.contains(right)) {
            right = respelled(right, clean);
        }
        List<Choice> marked = new ArrayList<>();
        for (String choice : clean) {
            marked.add(new Choice(choice, choice.equals(right)));
        }
        return marked;
    }

    private String respelled(String right, List<String> choices) throws Unfit {
        String plain = PlainForm.of(right);
        List<String> same = choices.stream()
                .distinct()
                .filter(choice -> PlainForm.of(choice).equals(plain))
                .toList();
        if (choices.isEmpty()) {
            throw new Unfit("choices-missing", "there are no choices");
        }
        if (same.size() != 1) {
            throw new Unfit("answer-not-among-choices", "the answer is not one of the choices");
        }
        repairs.add(RESPELLED);
        return same.get(0);
    }
}
