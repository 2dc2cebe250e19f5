package app.vstrivia.realtime.match.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.Offer;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.MatchEvent;
import app.vstrivia.model.protocol.NumberScale;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherTypesTest {
    private static final int LIMIT = Pace.STANDARD.answerMs();
    private static final PlayerId ADA = PlayerId.next();
    private static final PlayerId BOB = PlayerId.next();
    private static final MatchCore CORE = new MatchCore(
            MatchId.next(), 1, Scoring.KAHOOT, Pace.STANDARD, "00112233445566778899aabbccddeeff", Hold.NONE);

    @Test
    void aPollGivesNobodyPointsAndCostsNobodyTime() {
        Step step = reveal(
                question(QuestionType.POLL),
                List.of(new PlayedAnswer(ADA, 1, 100)),
                new Contender(ADA, "a", 0, true, 500, 500, 900),
                new Contender(BOB, "b", 0, true, 400, 0, 800));

        assertEquals(
                List.of(new Contender(ADA, "a", 0, true, 500, 0, 900), new Contender(BOB, "b", 0, true, 400, 0, 800)),
                step.contenders());
        assertNull(step.scored().get(0).correct());
        MatchEvent.RoundRevealed revealed =
                (MatchEvent.RoundRevealed) step.events().get(0);
        assertEquals(List.of(1, 0, 0), revealed.counts());
        assertEquals(List.of(), revealed.correct());
    }

    @Test
    void theRevealTellsHowATextWasAnsweredButNotWhatWasTyped() {
        Step step = reveal(
                question(QuestionType.TEXT),
                List.of(
                        new PlayedAnswer(ADA, new Given.Text("PARIS"), 100),
                        new PlayedAnswer(BOB, new Given.Text("rude words"), 100)),
                new Contender(ADA, "a", 0, true, 0, 0, 0),
                new Contender(BOB, "b", 0, true, 0, 0, 0));

        MatchEvent.RoundRevealed revealed =
                (MatchEvent.RoundRevealed) step.events().get(0);
        assertEquals(List.of(1, 0), revealed.counts());
        assertTrue(!revealed.toString().contains("rude"), revealed::toString);
        assertEquals(1000, step.contenders().get(0).score());
        assertEquals(0, step.contenders().get(1).score());
    }

    @ParameterizedTest
    @EnumSource(QuestionType.class)
    void aBotAnswersWhatTheRoundTakesAndMostlyRightlyIfItIsGood(QuestionType type) {
        Question question = question(type);
        Offer offer = Offer.of(type, question.choices().size(), question.slider());
        int right = 0;
        for (int i = 0; i < 500; i++) {
            Contender bot = new Contender(PlayerId.next(), "b", 3, true, 0, 0, 0);

            PlayedAnswer answer = BotBrain.answer(CORE, question, bot, LIMIT);

            assertNull(offer.refusal(answer.given()), answer::toString);
            assertEquals(answer, BotBrain.answer(CORE, question, bot, LIMIT));
            right += question.solution().accepts(answer.given()) ? 1 : 0;
        }
        assertTrue(type == QuestionType.POLL ? right == 0 : right > 350 && right < 490, type + " " + right);
    }

    private static Step reveal(Question question, List<PlayedAnswer> answers, Contender... contenders) {
        Facts facts = new Facts(List.of(question), List.of(contenders), answers);
        return new MatchState.Sealed(CORE, 1, 0L).due(facts, 0);
    }

    private static Question question(QuestionType type) {
        List<String> three = List.of("x", "y", "z");
        return switch (type) {
            case SINGLE, MULTIPLE, BOOLEAN -> question(type, three, null, new Solution.Marked(2));
            case NUMERIC ->
                question(
                        type,
                        List.of(),
                        new NumberScale("-10", "10", "0.5"),
                        new Solution.Near(BigDecimal.ONE, BigDecimal.ZERO));
            case ORDERING ->
                question(type, List.of("a", "b", "c", "d"), null, new Solution.Sequence(List.of(3, 1, 0, 2)));
            case TEXT -> question(type, List.of(), null, Solution.Spelled.of(List.of("Paris", "Lutetia")));
            case POLL -> question(type, three, null, new Solution.None());
        };
    }

    private static Question question(QuestionType type, List<String> choices, NumberScale slider, Solution solution) {
        return new Question(
                1, UuidV7.next(), type, "Science", "easy", "?", choices, slider, solution, null, null, null, null);
    }
}
