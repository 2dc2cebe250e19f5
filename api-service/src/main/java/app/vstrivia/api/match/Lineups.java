package app.vstrivia.api.match;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.lineup.Audience;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.api.question.lineup.LineupService;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Draws what is new to the players, with two reads on the connection of the transaction that uses it. */
@ApplicationScoped
public class Lineups {
    private final LineupService bank;

    Lineups(LineupService bank) {
        this.bank = bank;
    }

    /** For these players; fails with {@code NotEnoughQuestions} or {@code UnknownCategory}. */
    public Uni<List<LineupQuestion>> drawFor(Transaction transaction, List<PlayerId> players, Settings settings) {
        return bank.draw(transaction, settings.recipe(), new Audience.Players(players));
    }

    /** Fails as a draw would. */
    public Uni<Void> check(Transaction transaction, Settings settings) {
        return bank.check(transaction, settings.recipe());
    }

    /** For those who are in the match now. */
    public Uni<List<LineupQuestion>> drawFor(Transaction transaction, MatchId match, Settings settings) {
        return bank.draw(transaction, settings.recipe(), new Audience.Members(match));
    }
}
