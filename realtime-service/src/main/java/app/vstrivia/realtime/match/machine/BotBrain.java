package app.vstrivia.realtime.match.machine;

import java.util.SplittableRandom;

/**
 * What a bot answers: a function of the match, the round and the bot, so that any replica comes to the same and nothing
 * has to be stored. Skill 1, 2 and 3 know the answer in 50, 65 and 80 % of the cases.
 */
final class BotBrain {
    private static final double SLOWEST = 0.6;
    private static final double FASTEST = 0.12;

    private BotBrain() {}

    static PlayedAnswer answer(MatchCore match, Question question, Contender bot, int limitMs) {
        SplittableRandom random = new SplittableRandom(match.nonce().hashCode() * 31L
                + question.round() * 1_000_003L
                + bot.id().value().hashCode());
        int elapsed = (int) (limitMs * (FASTEST + random.nextDouble() * (SLOWEST - FASTEST)));
        boolean knows = random.nextDouble() < 0.35 + 0.15 * bot.bot();
        int choices = knows
                ? question.correct()
                : 1 << random.nextInt(question.choices().size());
        return new PlayedAnswer(bot.id(), choices, elapsed);
    }
}
