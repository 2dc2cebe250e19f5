package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Choice;
import app.vstrivia.model.match.QuestionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** One draw on its way: takes random questions until there are enough that nobody saw, or none are left. */
final class Draw {
    /** Slots of one query at most. */
    private static final int MOST = 1000;

    private final int count;
    private final Set<UUID> seen;
    private final RandomSlots slots;
    private final List<DrawnQuestion> fresh = new ArrayList<>();
    private final List<DrawnQuestion> known = new ArrayList<>();

    /** A question that takes the place of a retired one while we draw has two slots, one after the other. */
    private final Set<UUID> taken = new HashSet<>();

    private int size;
    private boolean exhausted;

    Draw(int count, Set<UUID> seen, RandomSlots slots) {
        this.count = count;
        this.seen = seen;
        this.slots = slots;
    }

    /** Just enough if nothing was seen; else with a reserve, which grows from round to round. */
    List<Long> nextSlots() {
        int reserve = seen.isEmpty() ? count : 2 * count + 16;
        size = Math.min(MOST, size == 0 ? reserve : 4 * size);
        List<Long> next = slots.next(size);
        exhausted = next.size() < size;
        return next;
    }

    /** Takes what was found in {@code asked}, in this order: it is the random one. */
    void take(List<Long> asked, Map<Long, DrawnQuestion> found) {
        for (Long slot : asked) {
            DrawnQuestion question = found.get(slot);
            if (question == null || fresh.size() == count || !taken.add(question.id())) {
                continue;
            }
            if (!seen.contains(question.id())) {
                fresh.add(question);
            } else if (known.size() < count) {
                known.add(question);
            }
        }
    }

    boolean isDone() {
        return fresh.size() == count || exhausted;
    }

    /** The lineup in random order, the choices shuffled. */
    List<LineupQuestion> lineup(List<Bucket> buckets, RandomGenerator random) {
        int missing = count - fresh.size();
        if (missing > known.size()) {
            throw new NotEnoughQuestions(count, fresh.size() + (long) known.size());
        }
        List<DrawnQuestion> drawn = new ArrayList<>(fresh);
        drawn.addAll(known.subList(0, missing));
        shuffle(drawn, random);
        Map<Integer, Bucket> byId = buckets.stream().collect(Collectors.toMap(Bucket::id, Function.identity()));
        return drawn.stream()
                .map(question -> dealt(question, byId.get(Bucket.idOf(question.slot())), random))
                .toList();
    }

    private static LineupQuestion dealt(DrawnQuestion question, Bucket bucket, RandomGenerator random) {
        List<Choice> choices = new ArrayList<>(question.choices());
        if (question.type() != QuestionType.BOOLEAN) {
            shuffle(choices, random);
        }
        int correct = 0;
        for (int i = 0; i < choices.size(); i++) {
            correct |= choices.get(i).correct() ? 1 << i : 0;
        }
        return new LineupQuestion(
                question.id(),
                question.version(),
                question.type(),
                bucket.category(),
                bucket.difficulty(),
                question.text(),
                choices.stream().map(Choice::text).toList(),
                correct,
                question.explanation(),
                question.source(),
                question.licence());
    }

    private static void shuffle(List<?> list, RandomGenerator random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
