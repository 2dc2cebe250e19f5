package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.match.EndReason;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.protocol.MatchEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A match in one of its phases. {@link #due} is the one transition that time brings; every phase has its own. All
 * moments are ms on the database's clock.
 */
public sealed interface MatchState {
    /** An answer sent in the last moment may arrive this much after the round closed; the seal waits for it. */
    int SEAL_GRACE_MS = 250;

    /** A paused match is given up after a day. */
    long PAUSE_LIMIT_MS = 24 * 3_600_000L;

    MatchCore core();

    MatchPhase phase();

    int round();

    /** When the phase ends; null if never. */
    Long endsAt();

    /** The transition at the end of the phase, at the moment {@code now}, which is not before {@link #endsAt}. */
    Step due(Facts facts, long now);

    /** Players gather. When its time has run out nobody is going to start it. */
    record Lobby(MatchCore core, Long endsAt) implements MatchState {
        @Override
        public MatchPhase phase() {
            return MatchPhase.LOBBY;
        }

        @Override
        public int round() {
            return 0;
        }

        @Override
        public Step due(Facts facts, long now) {
            return Finished.step(this, facts, core.hold() == Hold.END ? EndReason.ENDED : EndReason.ABANDONED);
        }
    }

    /** The first question comes soon. */
    record Starting(MatchCore core, Long endsAt) implements MatchState {
        @Override
        public MatchPhase phase() {
            return MatchPhase.STARTING;
        }

        @Override
        public int round() {
            return 0;
        }

        @Override
        public Step due(Facts facts, long now) {
            return Boundary.after(this, facts, now);
        }
    }

    /** The question stands, its choices do not. */
    record Announced(MatchCore core, int round, Long endsAt) implements MatchState {
        static Step step(MatchCore core, int round, Facts facts, long now) {
            Question question = facts.question(round);
            long opensAt = now + core.pace().announceMs();
            return Step.to(
                    new Announced(core, round, opensAt),
                    new MatchEvent.RoundAnnounced(
                            round,
                            core.rounds(),
                            question.category(),
                            question.difficulty(),
                            question.type(),
                            question.text(),
                            opensAt,
                            question.limitMs(core.pace()),
                            question.media()));
        }

        @Override
        public MatchPhase phase() {
            return MatchPhase.ANNOUNCED;
        }

        @Override
        public Step due(Facts facts, long now) {
            if (core.hold() == Hold.END) {
                return Finished.step(this, facts, EndReason.ENDED);
            }
            Question question = facts.question(round);
            int limit = question.limitMs(core.pace());
            long thinking = facts.contenders().stream()
                    .filter(contender -> contender.bot() > 0)
                    .mapToLong(
                            bot -> BotBrain.answer(core, question, bot, limit).elapsedMs())
                    .max()
                    .orElse(0);
            long closesAt = now + limit;
            return Step.to(
                    new Open(core, round, closesAt + SEAL_GRACE_MS, now, closesAt, now + thinking),
                    new MatchEvent.RoundOpened(
                            round, question.choices(), now, closesAt, question.slider(), question.maxLength()));
        }
    }

    /** Answers count. {@code earliestSealAt}: though all have answered, the bots think until then. */
    record Open(MatchCore core, int round, Long endsAt, long openedAt, long closesAt, long earliestSealAt)
            implements MatchState {
        @Override
        public MatchPhase phase() {
            return MatchPhase.OPEN;
        }

        @Override
        public Step due(Facts facts, long now) {
            int bots =
                    (int) facts.contenders().stream().filter(c -> c.bot() > 0).count();
            return Step.to(
                    new Sealed(core, round, now),
                    new MatchEvent.RoundSealed(round, facts.answers().size() + bots));
        }
    }

    /** No more answers; due at once. */
    record Sealed(MatchCore core, int round, Long endsAt) implements MatchState {
        @Override
        public MatchPhase phase() {
            return MatchPhase.SEALED;
        }

        @Override
        public Step due(Facts facts, long now) {
            Question question = facts.question(round);
            int limit = question.limitMs(core.pace());
            List<ScoredAnswer> scored = new ArrayList<>();
            facts.answers().forEach(answer -> scored.add(question.score(core.scoring(), answer, limit, false)));
            facts.contenders().stream()
                    .filter(contender -> contender.bot() > 0)
                    .forEach(bot -> scored.add(
                            question.score(core.scoring(), BotBrain.answer(core, question, bot, limit), limit, true)));
            List<Contender> contenders = question.counts()
                    ? after(facts.contenders(), scored, limit)
                    : facts.contenders().stream()
                            .map(contender -> contender.after(0, 0))
                            .toList();
            long nextAt = now + core.pace().revealMs();
            MatchEvent revealed = new MatchEvent.RoundRevealed(
                    round,
                    question.solution().choices(),
                    question.choices(),
                    question.distribution(scored),
                    question.explanation(),
                    Standings.top(contenders),
                    nextAt,
                    question.credits(),
                    question.solution().shown());
            return new Step(new Revealed(core, round, nextAt), List.of(revealed), scored, contenders);
        }

        private static List<Contender> after(List<Contender> contenders, List<ScoredAnswer> scored, int limit) {
            Map<Object, ScoredAnswer> byPlayer = new HashMap<>();
            scored.forEach(answer -> byPlayer.put(answer.answer().player(), answer));
            return contenders.stream()
                    .map(contender -> {
                        ScoredAnswer own = byPlayer.get(contender.id());
                        return own == null
                                ? contender.after(0, limit)
                                : contender.after(own.points(), own.answer().elapsedMs());
                    })
                    .toList();
        }
    }

    /** Solution and standings are shown. */
    record Revealed(MatchCore core, int round, Long endsAt) implements MatchState {
        @Override
        public MatchPhase phase() {
            return MatchPhase.REVEALED;
        }

        @Override
        public Step due(Facts facts, long now) {
            return round == core.rounds() && core.hold() != Hold.END
                    ? Finished.step(this, facts, EndReason.COMPLETED)
                    : Boundary.after(this, facts, now);
        }
    }

    /** Between two rounds; {@code round} is the one that was played. */
    record Paused(MatchCore core, int round, Long endsAt) implements MatchState {
        @Override
        public MatchPhase phase() {
            return MatchPhase.PAUSED;
        }

        @Override
        public Step due(Facts facts, long now) {
            return core.hold() == Hold.PAUSE
                    ? Finished.step(this, facts, EndReason.ABANDONED)
                    : Boundary.after(this, facts, now);
        }
    }

    /** Over. */
    record Finished(MatchCore core, int round, EndReason reason) implements MatchState {
        static Step step(MatchState before, Facts facts, EndReason reason) {
            return Step.to(
                    new Finished(before.core(), before.round(), reason),
                    new MatchEvent.Finished(
                            reason,
                            Standings.top(facts.contenders()),
                            before.core().nonce(),
                            facts.questions().stream().map(Question::drawn).toList()));
        }

        @Override
        public MatchPhase phase() {
            return MatchPhase.FINISHED;
        }

        @Override
        public Long endsAt() {
            return null;
        }

        @Override
        public Step due(Facts facts, long now) {
            throw new IllegalStateException("a finished match is never due");
        }
    }
}
