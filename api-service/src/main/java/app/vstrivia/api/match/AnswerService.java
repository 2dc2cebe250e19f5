package app.vstrivia.api.match;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.AnswerFigures;
import app.vstrivia.model.match.AnswerLedger;
import app.vstrivia.model.match.PlayerAnswer;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.protocol.ClientMessage;
import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.ServerMessage.Ack.Status;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Answers over HTTP, for who has no socket at the moment: the same ids, the same ledger, the same outcomes. */
@ApplicationScoped
public class AnswerService {
    private final AnswerStore answers;
    private final AnswerLedger ledger;
    private final AnswerFigures figures;

    AnswerService(AnswerStore answers, AnswerLedger ledger, AnswerFigures figures) {
        this.answers = answers;
        this.ledger = ledger;
        this.figures = figures;
    }

    /**
     * Stores an answer; the outcome is there when it is committed.
     *
     * @throws InvalidAnswer if it cannot be meant
     */
    public Uni<AnswerOutcome> answer(PlayerId player, ClientMessage.Answer answer) {
        long began = System.nanoTime();
        return outcome(player, answer)
                .invoke(outcome -> figures.acked(outcome.status(), codeOf(outcome), began))
                .onFailure()
                .invoke(failure -> count(failure, began));
    }

    private static String codeOf(AnswerOutcome outcome) {
        return outcome.code() == null ? null : outcome.code().code();
    }

    private void count(Throwable failure, long began) {
        if (failure instanceof MatchNotFound) {
            figures.refused(ErrorCode.NOT_FOUND, began);
        } else if (failure instanceof NotPlaying) {
            figures.refused(ErrorCode.FORBIDDEN, began);
        } else if (failure instanceof RoundClosing) {
            figures.refused(ErrorCode.UNAVAILABLE, began);
        } else {
            figures.failed(began);
        }
    }

    private Uni<AnswerOutcome> outcome(PlayerId player, ClientMessage.Answer answer) {
        return answers.situation(answer.match(), answer.round(), player).chain(situation -> {
            if (situation == null || situation.status() == null && !situation.byHost()) {
                throw new MatchNotFound();
            }
            if (situation.status() != PlayerStatus.ACTIVE) {
                throw new NotPlaying();
            }
            if (situation.notOpenYet(answer.round())) {
                return refused(answer, ErrorCode.NOT_OPEN);
            }
            ErrorCode refusal = situation.offer().refusal(answer.given());
            if (refusal != null) {
                return refused(answer, refusal);
            }
            return situation.isOpen(answer.round())
                    ? store(player, answer, situation)
                    : standing(player, answer, situation);
        });
    }

    private Uni<AnswerOutcome> standing(PlayerId player, ClientMessage.Answer answer, AnswerSituation situation) {
        return ledger.find(given(player, answer, situation)).map(found -> {
            if (found.status() == Status.LATE && situation.isClosing(answer.round())) {
                throw new RoundClosing();
            }
            return AnswerOutcome.of(found);
        });
    }

    /**
     * Reads what a client sent.
     *
     * @throws InvalidAnswer if it cannot be meant
     */
    public static ClientMessage.Answer checked(Supplier<ClientMessage.Answer> given) {
        try {
            return given.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidAnswer(e.getMessage());
        }
    }

    private Uni<AnswerOutcome> store(PlayerId player, ClientMessage.Answer answer, AnswerSituation situation) {
        return ledger.store(List.of(given(player, answer, situation)))
                .map(stored -> stored.get(0))
                // What is stored is stored: that the round may now end early is worth no failure.
                .call(() -> ledger.closeIfAllAnswered(new RoundKey(answer.match(), answer.round()))
                        .onFailure()
                        .recoverWithNull())
                .map(AnswerOutcome::of);
    }

    private static PlayerAnswer given(PlayerId player, ClientMessage.Answer answer, AnswerSituation situation) {
        return new PlayerAnswer(
                answer.match(),
                answer.round(),
                player,
                answer.id(),
                answer.given(),
                situation.elapsed(answer.elapsed()),
                situation.now());
    }

    private static Uni<AnswerOutcome> refused(ClientMessage.Answer answer, ErrorCode code) {
        return Uni.createFrom()
                .item(new AnswerOutcome(answer.id(), Status.REFUSED, answer.match(), answer.round(), null, code));
    }
}
