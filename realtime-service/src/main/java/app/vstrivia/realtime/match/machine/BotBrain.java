package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        Given given = knows && question.counts() ? right(question.solution()) : guess(question, random);
        return new PlayedAnswer(bot.id(), given, elapsed);
    }

    private static Given right(Solution solution) {
        if (solution instanceof Solution.Near near) {
            return new Given.Number(near.value());
        }
        if (solution instanceof Solution.Sequence right) {
            return new Given.Order(right.order());
        }
        return solution instanceof Solution.Spelled texts
                ? new Given.Text(texts.accepted().get(0))
                : new Given.Choice(solution.mask());
    }

    private static Given guess(Question question, SplittableRandom random) {
        return switch (question.type()) {
            case SINGLE, MULTIPLE, BOOLEAN, POLL ->
                new Given.Choice(1 << random.nextInt(question.choices().size()));
            case NUMERIC -> ((Solution.Near) question.solution()).guess(question.slider(), random.nextDouble());
            case ORDERING -> new Given.Order(order(question.choices().size(), random));
            case TEXT -> new Given.Text("?");
        };
    }

    private static List<Integer> order(int choices, SplittableRandom random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < choices; i++) {
            order.add(random.nextInt(order.size() + 1), i);
        }
        return Collections.unmodifiableList(order);
    }
}
