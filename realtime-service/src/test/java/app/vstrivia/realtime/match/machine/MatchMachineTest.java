package app.vstrivia.realtime.match.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.EndReason;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchMachineTest {
    private static final long NOW = 1_000_000;
    private static final int LIMIT = Pace.STANDARD.answerMs();
    private static final MatchId MATCH = MatchId.next();
    private static final PlayerId ADA = PlayerId.next();
    private static final PlayerId BOB = PlayerId.next();
    private static final PlayerId BOT = PlayerId.next();

    @Test
    void aRoundIsAnnouncedWithoutItsChoices() {
        Step step = new MatchState.Starting(core(Hold.NONE), NOW).due(facts(person(ADA)), NOW);

        MatchEvent.RoundAnnounced event =
                assertInstanceOf(MatchEvent.RoundAnnounced.class, step.events().get(0));
        assertEquals(NOW + Pace.STANDARD.announceMs(), event.opensAt());
        assertEquals(new MatchState.Announced(core(Hold.NONE), 1, event.opensAt()), step.next());
    }

    @Test
    void aLateOpeningLeavesTheFullTimeToAnswer() {
        long late = NOW + 5_000;

        Step step = new MatchState.Announced(core(Hold.NONE), 1, NOW).due(facts(person(ADA)), late);

        MatchEvent.RoundOpened event =
                assertInstanceOf(MatchEvent.RoundOpened.class, step.events().get(0));
        assertEquals(late, event.openedAt());
        assertEquals(late + LIMIT, event.closesAt());
        assertEquals(late + LIMIT + MatchState.SEAL_GRACE_MS, step.next().endsAt());
    }

    @Test
    void aQuestionWithATimeOfItsOwnIsOpenAndScoredForThatLong() {
        int own = 60_000;
        Question slow = new Question(
                1,
                UuidV7.next(),
                QuestionType.SINGLE,
                "Science",
                "easy",
                "?",
                List.of("w", "x"),
                null,
                new Solution.Marked(1),
                null,
                null,
                null,
                own);
        Facts facts = new Facts(List.of(slow), List.of(person(ADA)), List.of(new PlayedAnswer(ADA, 1, own / 2)));

        Step announced = new MatchState.Starting(core(Hold.NONE), NOW).due(facts, NOW);
        Step opened = new MatchState.Announced(core(Hold.NONE), 1, NOW).due(facts, NOW);
        Step scored = new MatchState.Sealed(core(Hold.NONE), 1, NOW).due(facts, NOW);

        assertEquals(
                own,
                assertInstanceOf(
                                MatchEvent.RoundAnnounced.class,
                                announced.events().get(0))
                        .limit());
        assertEquals(
                NOW + own,
                assertInstanceOf(MatchEvent.RoundOpened.class, opened.events().get(0))
                        .closesAt());
        assertEquals(
                List.of(750), scored.scored().stream().map(ScoredAnswer::points).toList());
    }

    @Test
    void theBotsThinkingKeepsTheRoundOpen() {
        Step step = new MatchState.Announced(core(Hold.NONE), 1, NOW).due(facts(person(ADA), bot(BOT)), NOW);

        MatchState.Open open = assertInstanceOf(MatchState.Open.class, step.next());
        int elapsed =
                BotBrain.answer(core(Hold.NONE), question(1), bot(BOT), LIMIT).elapsedMs();
        assertEquals(NOW + elapsed, open.earliestSealAt());
    }

    @Test
    void theSealIsDueAtOnce() {
        MatchState.Open open = new MatchState.Open(core(Hold.NONE), 1, NOW, NOW - LIMIT, NOW, NOW);

        Step step = open.due(facts(List.of(new PlayedAnswer(ADA, 2, 100)), person(ADA)), NOW);

        assertEquals(new MatchState.Sealed(core(Hold.NONE), 1, NOW), step.next());
        assertEquals(List.of(new MatchEvent.RoundSealed(1, 1)), step.events());
    }

    @Test
    void theRevealScoresEveryStoredAnswer() {
        Facts facts =
                facts(List.of(new PlayedAnswer(ADA, 2, 400), new PlayedAnswer(BOB, 1, 900)), person(ADA), person(BOB));

        Step step = new MatchState.Sealed(core(Hold.NONE), 1, NOW).due(facts, NOW);

        MatchEvent.RoundRevealed event =
                assertInstanceOf(MatchEvent.RoundRevealed.class, step.events().get(0));
        assertEquals(List.of(1), event.correct());
        assertEquals(List.of(1, 1, 0, 0), event.counts());
        assertEquals(
                List.of(new Standing(ADA, "n", 1000, 1000, 1), new Standing(BOB, "n", 0, 0, 2)), event.standings());
        assertEquals(
                List.of(1000, 0),
                step.scored().stream().map(ScoredAnswer::points).toList());
    }

    @Test
    void equalScoresAreOrderedByTheTimeOfAllAnswersAndFullTiesShareARank() {
        Contender quick = new Contender(ADA, "quick", 0, true, 500, 0, 1_000);
        Contender slow = new Contender(BOB, "slow", 0, true, 500, 0, 2_000);
        Contender asSlow = new Contender(BOT, "as slow", 0, true, 500, 0, 2_000);

        List<Standing> standings = Standings.top(List.of(slow, quick, asSlow));

        assertEquals("quick", standings.get(0).name());
        assertEquals(List.of(1, 2, 2), standings.stream().map(Standing::rank).toList());
    }

    @Test
    void theHostsPauseHoldsAfterTheRound() {
        Step step = new MatchState.Revealed(core(Hold.PAUSE), 1, NOW).due(facts(person(ADA)), NOW);

        assertInstanceOf(MatchState.Paused.class, step.next());
        assertEquals(List.of(new MatchEvent.Paused()), step.events());
    }

    @Test
    void aResumedMatchGoesOnWithTheNextRound() {
        Step step = new MatchState.Paused(core(Hold.NONE), 1, NOW).due(facts(person(ADA)), NOW);

        assertEquals(2, step.next().round());
        assertInstanceOf(MatchState.Announced.class, step.next());
    }

    @Test
    void theHostsEndLeavesOutWhatIsNotOpenYet() {
        Step step = new MatchState.Announced(core(Hold.END), 1, NOW).due(facts(person(ADA)), NOW);

        assertEquals(EndReason.ENDED, finished(step).reason());
    }

    @Test
    void theHostsEndInAnOpenRoundStillScoresIt() {
        MatchState.Open open = new MatchState.Open(core(Hold.END), 1, NOW, NOW, NOW, NOW);
        Facts facts = facts(List.of(new PlayedAnswer(ADA, 2, 400)), person(ADA));

        Step sealed = open.due(facts, NOW);
        Step revealed = sealed.next().due(facts, NOW);

        assertEquals(1000, revealed.contenders().get(0).score());
        assertEquals(EndReason.ENDED, finished(revealed.next().due(facts, NOW)).reason());
    }

    @Test
    void theLastRevealIsFollowedByTheEndWhichTellsTheLineup() {
        Step step = new MatchState.Revealed(core(Hold.NONE), 2, NOW).due(facts(person(ADA)), NOW);

        MatchEvent.Finished finished = finished(step);
        assertEquals(EndReason.COMPLETED, finished.reason());
        assertEquals(2, finished.lineup().size());
        assertEquals(List.of(1), finished.lineup().get(0).correct());
    }

    @Test
    void aMatchThatEverybodyLeftIsGivenUp() {
        Contender left = new Contender(ADA, "n", 0, false, 0, 0, 0);

        Step step = new MatchState.Revealed(core(Hold.NONE), 1, NOW).due(facts(left, bot(BOT)), NOW);

        assertEquals(EndReason.ABANDONED, finished(step).reason());
    }

    @Test
    void aRoomThatNobodyStartsIsGivenUp() {
        Step step = new MatchState.Lobby(core(Hold.NONE), NOW).due(facts(person(ADA)), NOW);

        assertEquals(EndReason.ABANDONED, finished(step).reason());
    }

    @Test
    void aBotAnswersTheSameOnEveryReplicaAndWithinTheLimit() {
        for (int round = 1; round <= 2; round++) {
            PlayedAnswer once = BotBrain.answer(core(Hold.NONE), question(round), bot(BOT), LIMIT);
            PlayedAnswer twice = BotBrain.answer(core(Hold.NONE), question(round), bot(BOT), LIMIT);

            assertEquals(once, twice);
            assertTrue(once.elapsedMs() > 0 && once.elapsedMs() < LIMIT);
        }
    }

    @Test
    void aQuestionDoesNotPrintItsSolution() {
        assertFalse(question(1).toString().contains("x"));
    }

    private static MatchEvent.Finished finished(Step step) {
        assertInstanceOf(MatchState.Finished.class, step.next());
        return assertInstanceOf(MatchEvent.Finished.class, step.events().get(0));
    }

    private static MatchCore core(Hold hold) {
        return new MatchCore(MATCH, 2, Scoring.KAHOOT, Pace.STANDARD, "00112233445566778899aabbccddeeff", hold);
    }

    private static Question question(int round) {
        List<String> choices = List.of("w", "x", "y", "z");
        return new Question(
                round, UuidV7.next(), QuestionType.SINGLE, "Science", "easy", "?", choices, 2, null, null, null);
    }

    private static Contender person(PlayerId id) {
        return new Contender(id, "n", 0, true, 0, 0, 0);
    }

    private static Contender bot(PlayerId id) {
        return new Contender(id, "b", 2, true, 0, 0, 0);
    }

    private static Facts facts(Contender... contenders) {
        return facts(List.of(), contenders);
    }

    private static Facts facts(List<PlayedAnswer> answers, Contender... contenders) {
        return new Facts(List.of(question(1), question(2)), List.of(contenders), answers);
    }
}
