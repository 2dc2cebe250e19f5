package app.vstrivia.api.match;

import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.api.question.lineup.LineupService;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Draws what is new to the players. A draw reads through connections of its own: draw before the transaction, or bound
 * how many do it within one.
 */
@ApplicationScoped
public class Lineups {
    private final LineupService bank;
    private final RoundStore rounds;

    Lineups(LineupService bank, RoundStore rounds) {
        this.bank = bank;
        this.rounds = rounds;
    }

    /** For these players; fails with {@code NotEnoughQuestions} or {@code UnknownCategory}. */
    public Uni<List<LineupQuestion>> drawFor(Collection<PlayerId> players, Settings settings) {
        return rounds.seenBy(players).chain(seen -> bank.draw(settings.recipe(), seen));
    }

    /** Fails as a draw would. */
    public Uni<Void> check(Settings settings) {
        return bank.draw(settings.recipe(), Set.of()).replaceWithVoid();
    }

    /** For those who are in the match now. */
    public Uni<List<LineupQuestion>> drawFor(MatchId match, Settings settings) {
        return rounds.seenIn(match).chain(seen -> bank.draw(settings.recipe(), seen));
    }
}
