package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.stream.NewEvent;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.match.machine.Contender;
import app.vstrivia.realtime.match.machine.Facts;
import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.match.machine.Question;
import app.vstrivia.realtime.match.machine.ScoredAnswer;
import app.vstrivia.realtime.match.machine.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * All steps that one transaction makes with one match: a sealed round is due at once, so it is revealed with the seal.
 *
 * @param dueAt when the phase that it ends was to end, in ms on the database's clock
 * @param scoredQuestion null if nothing is scored
 */
record Move(
        int version,
        long dueAt,
        MatchState next,
        List<MatchEvent> events,
        int scoredRound,
        Question scoredQuestion,
        List<ScoredAnswer> scored,
        List<Contender> contenders) {

    static Move of(DueMatch match, Facts facts) {
        Step step = match.state().due(facts, match.now());
        List<MatchEvent> events = new ArrayList<>(step.events());
        if (step.next() instanceof MatchState.Sealed) {
            step = step.next().due(facts, match.now());
            events.addAll(step.events());
        }
        int round = step.next().round();
        Question question = step.next() instanceof MatchState.Revealed ? facts.question(round) : null;
        return new Move(
                match.version(),
                match.state().endsAt(),
                step.next(),
                events,
                round,
                question,
                step.scored(),
                step.contenders());
    }

    MatchId id() {
        return next.core().id();
    }

    List<NewEvent> newEvents() {
        return events.stream()
                .map(event -> new NewEvent(StreamId.of(id()), event))
                .toList();
    }
}
