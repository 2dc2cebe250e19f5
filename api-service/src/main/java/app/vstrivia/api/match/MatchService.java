package app.vstrivia.api.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.RoundKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What players do with a match besides answering. */
@ApplicationScoped
public class MatchService {
    private final Roster roster;
    private final ResultStore results;
    private final AnswerLedger ledger;

    MatchService(Roster roster, ResultStore results, AnswerLedger ledger) {
        this.roster = roster;
        this.results = results;
        this.ledger = ledger;
    }

    /** Fails with {@link MatchNotFound} for strangers and with {@link Kicked} for those who were put out. */
    public Uni<MatchView> view(MatchId id, PlayerId reader) {
        return results.head(id, reader).chain(head -> {
            if (head == null || head.status() == null && !head.readByHost()) {
                throw new MatchNotFound();
            }
            if (head.status() == PlayerStatus.KICKED && !head.readByHost()) {
                throw new Kicked();
            }
            return results.standings(id, reader).chain(players -> results.rounds(id, reader, head.revealed())
                    .map(rounds -> new MatchView(
                            id,
                            head.kind(),
                            head.phase(),
                            head.scoring(),
                            head.round(),
                            head.rounds(),
                            head.lineupHash(),
                            head.isOver() ? head.nonce() : null,
                            players,
                            rounds,
                            head.quiz())));
        });
    }

    /** Leaving twice is leaving once; fails with {@link MatchNotFound} for who never entered. */
    public Uni<Void> leave(MatchId id, PlayerId player) {
        return roster.leave(id, player);
    }

    /** Ends the open round if it waited for nobody but somebody who is no longer in the match. */
    public Uni<Void> doNotWait(MatchState match) {
        return match.phase() == MatchPhase.OPEN
                ? ledger.closeIfAllAnswered(new RoundKey(match.id(), match.round()))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
