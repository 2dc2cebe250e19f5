package app.vstrivia.api.question.play;

import app.vstrivia.api.question.Difficulty;
import java.util.Optional;

/**
 * How a question was answered in matches that are over.
 *
 * @param answers of people, not of bots
 * @param correct how many of them were right
 */
public record PlayRecord(long answers, long correct) {
    /** With fewer answers, 95 of 100 estimates would be more than 0.18 off at worst: 1.96 · √(0.25 / 30). */
    private static final long FEWEST = 30;

    /** From this share of right answers on. */
    private static final double EASY = 0.7;

    private static final double MEDIUM = 0.4;

    /** How difficult the question proved to be; empty as long as there are too few answers to tell. */
    public Optional<Difficulty> difficulty() {
        if (answers < FEWEST) {
            return Optional.empty();
        }
        double share = (double) correct / answers;
        return Optional.of(share >= EASY ? Difficulty.EASY : share >= MEDIUM ? Difficulty.MEDIUM : Difficulty.HARD);
    }
}
