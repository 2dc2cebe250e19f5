package app.vstrivia.api.match;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.lineup.Audience;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.api.question.lineup.LineupService;
import app.vstrivia.api.question.lineup.Recipe;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.QuestionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Draws what is new to the players, with two reads on the connection of the transaction that uses it. Each fails with {@link
 * TypesNotOffered} where the settings ask for types that matches do not have at the moment.
 */
@ApplicationScoped
public class Lineups {
    private static final Set<QuestionType> CHOICES =
            EnumSet.of(QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.BOOLEAN);

    private final LineupService bank;
    private final MatchConfig config;

    Lineups(LineupService bank, MatchConfig config) {
        this.bank = bank;
        this.config = config;
    }

    /** For these players; fails with {@code NotEnoughQuestions} or {@code UnknownCategory}. */
    public Uni<List<LineupQuestion>> drawFor(Transaction transaction, List<PlayerId> players, Settings settings) {
        return bank.draw(transaction, recipe(settings), new Audience.Players(players));
    }

    /** Fails as a draw would. */
    public Uni<Void> check(Transaction transaction, Settings settings) {
        return bank.check(transaction, recipe(settings));
    }

    /** For those who are in the match now. */
    public Uni<List<LineupQuestion>> drawFor(Transaction transaction, MatchId match, Settings settings) {
        return bank.draw(transaction, recipe(settings), new Audience.Members(match));
    }

    /** @throws TypesNotOffered if matches do not have a question of these types at the moment */
    public void requireOffered(Collection<QuestionType> types) {
        boolean choices = types.stream().allMatch(CHOICES::contains);
        if (!choices && !config.allTypes()) {
            throw new TypesNotOffered();
        }
    }

    private Recipe recipe(Settings settings) {
        if (settings.wantsMoreThanChoices() && !config.allTypes()) {
            throw new TypesNotOffered();
        }
        return settings.recipe();
    }
}
