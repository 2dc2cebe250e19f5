package app.vstrivia.api.quiz.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.Slider;
import app.vstrivia.api.quiz.QuizContent;
import app.vstrivia.api.quiz.QuizItem;
import app.vstrivia.api.quiz.QuizQuestion;
import app.vstrivia.api.quiz.QuizSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuizPreviewTest {
    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final Slider SLIDER = new Slider(new BigDecimal(0), new BigDecimal(10), new BigDecimal(1));

    private static final List<QuestionBody> BODIES = List.of(
            new QuestionBody.Single(List.of(new Choice("a", true), new Choice("b", false), new Choice("c", false))),
            new QuestionBody.Multiple(List.of(new Choice("a", true), new Choice("b", false))),
            new QuestionBody.TrueFalse(true),
            new QuestionBody.Numeric(new BigDecimal("3"), new BigDecimal("0.5"), SLIDER),
            new QuestionBody.Ordering(List.of("one", "two", "three", "four")),
            new QuestionBody.Text(List.of("Ada")),
            new QuestionBody.Poll(List.of("tea", "coffee")));

    /** The same to look at, with other solutions. */
    private static final List<QuestionBody> OTHERWISE = List.of(
            new QuestionBody.Single(List.of(new Choice("a", false), new Choice("b", false), new Choice("c", true))),
            new QuestionBody.Multiple(List.of(new Choice("a", true), new Choice("b", true))),
            new QuestionBody.TrueFalse(false),
            new QuestionBody.Numeric(new BigDecimal("7"), new BigDecimal("2"), SLIDER),
            new QuestionBody.Ordering(List.of("four", "two", "one", "three")),
            new QuestionBody.Text(List.of("Charles", "Mr Babbage")),
            new QuestionBody.Poll(List.of("tea", "coffee")));

    private static QuizContent content(
            List<QuestionBody> bodies, String explanation, int revision, boolean questions, boolean choices) {
        List<QuizItem> items = new ArrayList<>();
        for (QuestionBody body : bodies) {
            items.add(new QuizItem.Own(
                    new UUID(1, items.size()),
                    new QuizQuestion(
                            body,
                            "Question " + items.size(),
                            explanation,
                            null,
                            items.isEmpty() ? 90 : null,
                            new Provenance("A book", "CC BY 4.0", "By somebody"))));
        }
        QuizSettings settings = new QuizSettings(null, 30, questions, choices);
        return new QuizContent(ID, revision, "Mine", null, "en", null, settings, items);
    }

    private static QuizPreview preview(int revision, boolean questions, boolean choices) {
        return QuizPreview.of(content(BODIES, null, revision, questions, choices));
    }

    @Test
    void itDoesNotDependOnWhatIsRight() {
        for (int revision = 1; revision <= 50; revision++) {
            assertEquals(
                    preview(revision, true, true),
                    QuizPreview.of(content(OTHERWISE, "Because.", revision, true, true)));
            assertEquals(
                    preview(revision, false, false),
                    QuizPreview.of(content(OTHERWISE, "Because.", revision, false, false)));
        }
    }

    @Test
    void itHasWhatAPlayerNeedsToAnswer() {
        List<QuestionPreview> questions = preview(1, false, false).questions();

        assertEquals(
                List.of("single", "multiple", "boolean", "numeric", "ordering", "text", "poll"),
                questions.stream().map(question -> question.type().wire()).toList());
        assertEquals(List.of("a", "b", "c"), questions.get(0).choices());
        assertEquals(90, questions.get(0).seconds());
        assertEquals(30, questions.get(1).seconds());
        assertEquals(List.of("True", "False"), questions.get(2).choices());
        assertEquals(new QuestionPreview.Scale("0", "10", "1"), questions.get(3).slider());
        assertEquals(
                List.of("four", "one", "three", "two"),
                questions.get(4).choices().stream().sorted().toList());
        assertEquals(List.of(), questions.get(5).choices());
    }

    @Test
    void whomToNameStandsApartFromTheQuestions() {
        QuizPreview preview = preview(1, false, false);

        assertEquals(List.of("By somebody (CC BY 4.0)"), preview.credits());
        assertFalse(preview.questions().toString().contains("somebody"));
    }

    @Test
    void whatIsShuffledIsSoInSomeRevisionAndAlwaysTheSameInOne() {
        List<QuizPreview> shuffled = new ArrayList<>();
        for (int revision = 1; revision <= 10; revision++) {
            shuffled.add(preview(revision, true, true));
            assertEquals(shuffled.get(revision - 1), preview(revision, true, true));
        }

        assertNotEquals(1, shuffled.stream().distinct().count());
        shuffled.stream()
                .flatMap(preview -> preview.questions().stream())
                .filter(question -> question.type().wire().equals("boolean"))
                .forEach(question -> assertEquals(List.of("True", "False"), question.choices()));
    }
}
