package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.QuestionPool;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Questions that players met lately. A match keeps its lineup in short for that: the slot (8 bytes) and the id (16) of each
 * question in the order of its rounds. The slot is a hint: when a question of the bucket is retired, another one moves.
 */
public final class Asked {
    private static final int LENGTH = 24;

    private final Set<UUID> questions = new HashSet<>();
    private final Set<Long> slots = new HashSet<>();
    private final Map<Long, Integer> sizes = new HashMap<>();

    Asked() {}

    /** A lineup in short. */
    public static Buffer inShort(List<LineupQuestion> lineup) {
        Buffer buffer = Buffer.buffer(LENGTH * lineup.size());
        lineup.forEach(question -> buffer.appendLong(question.slot())
                .appendLong(question.questionId().getMostSignificantBits())
                .appendLong(question.questionId().getLeastSignificantBits()));
        return buffer;
    }

    /** Adds the first {@code rounds} questions of a lineup in short. */
    void add(Buffer lineup, int rounds) {
        for (int at = 0; at < Math.min(rounds * LENGTH, lineup.length()); at += LENGTH) {
            long slot = lineup.getLong(at);
            if (slots.add(slot)) {
                sizes.merge(QuestionPool.poolOf(slot), 1, Integer::sum);
            }
            questions.add(new UUID(lineup.getLong(at + 8), lineup.getLong(at + 16)));
        }
    }

    boolean contains(UUID question) {
        return questions.contains(question);
    }

    /** How many of them were in a pool, as {@link QuestionPool#poolOf} names it, when they were asked. */
    int within(long pool) {
        return sizes.getOrDefault(pool, 0);
    }

    /** Whether one of them was there when it was asked. */
    boolean wasAt(long slot) {
        return slots.contains(slot);
    }
}
