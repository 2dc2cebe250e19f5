package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.NumberScale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One draw on its way. All parts pick their slots by themselves, each slot as likely as the others; where two parts want
 * the same question the one with fewer to choose from has it.
 */
final class Draw {
    private final List<Portion> portions;
    private final Asked asked;
    private final RandomGenerator random;

    /**
     * @param thorough after one that looked at too few
     * @throws NotEnoughQuestions if a part asks for more than there is
     */
    Draw(Recipe recipe, Outlook outlook, boolean thorough, RandomGenerator random) {
        this.asked = outlook.asked();
        this.random = random;
        this.portions = recipe.parts().stream()
                .map(part -> new Portion(part, outlook.buckets()))
                .sorted(Comparator.comparingLong(Portion::size))
                .toList();
        portions.forEach(portion -> portion.pick(asked, rivals(portion), thorough, random));
    }

    /** How many questions of its pool the other parts may take. */
    private int rivals(Portion portion) {
        return portions.stream()
                .filter(other -> other != portion && other.overlaps(portion))
                .mapToInt(Portion::count)
                .sum();
    }

    /** All slots that are needed, but those of {@link #tagChoices}. */
    Set<Long> slots() {
        Set<Long> slots = new HashSet<>();
        portions.stream()
                .filter(portion -> portion.tagChoice().isEmpty())
                .forEach(portion -> slots.addAll(portion.slots()));
        return slots;
    }

    /** The slots of parts that do not need all that is there. */
    List<TagChoice> tagChoices() {
        return portions.stream()
                .flatMap(portion -> portion.tagChoice().stream())
                .toList();
    }

    /**
     * The lineup in random order, the choices shuffled.
     *
     * @throws NotEnoughQuestions if the parts have too few questions together, or too many were retired meanwhile
     * @throws TooFewLookedAt if players met more of them than was likely
     */
    List<LineupQuestion> lineup(Map<Long, DrawnQuestion> found) {
        Set<UUID> taken = new HashSet<>();
        List<Portion.Dealt> dealt = new ArrayList<>();
        portions.forEach(portion -> dealt.addAll(portion.deal(found, asked, taken)));
        shuffle(dealt);
        return dealt.stream().map(this::shuffled).toList();
    }

    private LineupQuestion shuffled(Portion.Dealt dealt) {
        DrawnQuestion question = dealt.question();
        if (question.other() != null) {
            return other(dealt, question.other());
        }
        List<Choice> choices = new ArrayList<>(question.choices());
        if (question.type() != QuestionType.BOOLEAN) {
            shuffle(choices);
        }
        int correct = 0;
        for (int i = 0; i < choices.size(); i++) {
            correct |= choices.get(i).correct() ? 1 << i : 0;
        }
        return new LineupQuestion(
                question.id(),
                question.version(),
                question.slot(),
                question.type(),
                dealt.bucket().category(),
                dealt.bucket().difficulty(),
                question.text(),
                choices.stream().map(Choice::text).toList(),
                correct,
                question.explanation(),
                question.source(),
                question.licence());
    }

    /** The options of a poll stay as they are. */
    private LineupQuestion other(Portion.Dealt dealt, QuestionBody body) {
        Shuffled shown = Shuffled.of(body, false, random);
        return other(dealt, shown.choices(), shown.slider(), shown.solution());
    }

    private static LineupQuestion other(
            Portion.Dealt dealt, List<String> choices, NumberScale slider, Solution solution) {
        DrawnQuestion question = dealt.question();
        return new LineupQuestion(
                question.id(),
                question.version(),
                question.slot(),
                question.type(),
                dealt.bucket().category(),
                dealt.bucket().difficulty(),
                question.text(),
                choices,
                slider,
                solution,
                question.explanation(),
                question.source(),
                question.licence());
    }

    private void shuffle(List<?> list) {
        Shuffled.shuffle(list, random);
    }
}
