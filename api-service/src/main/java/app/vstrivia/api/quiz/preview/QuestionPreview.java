package app.vstrivia.api.quiz.preview;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.Slider;
import app.vstrivia.api.quiz.QuizItem;
import app.vstrivia.api.quiz.QuizQuestion;
import app.vstrivia.api.quiz.QuizSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question without its solution.
 *
 * @param itemId of the item of the quiz
 * @param choices to pick from, or to be put in order; empty where something is typed or set
 * @param slider null unless a number is set on one
 * @param seconds to answer in
 */
public record QuestionPreview(
        UUID itemId,
        QuestionKind type,
        String text,
        List<String> choices,
        @Schema(nullable = true) Scale slider,
        @Schema(nullable = true) PictureOrVideo media,
        int seconds) {
    /** Numbers as texts, so that none is rounded on its way. */
    @Schema(name = "SliderScale")
    public record Scale(String min, String max, String step) {
        static Scale of(Slider slider) {
            return new Scale(
                    slider.min().toPlainString(),
                    slider.max().toPlainString(),
                    slider.step().toPlainString());
        }
    }

    /**
     * @param reference the id of a medium
     * @param alternative what stands for it where it cannot be seen
     */
    public record PictureOrVideo(
            MediaRef.Kind kind,
            String reference,
            @Schema(nullable = true) String alternative) {}

    static QuestionPreview of(QuizItem item, QuizSettings settings, Random random) {
        QuizQuestion question = item.question();
        QuestionBody body = question.body();
        MediaRef media = question.media();
        boolean onSlider = body instanceof QuestionBody.Numeric number && number.slider() != null;
        return new QuestionPreview(
                item.id(),
                body.kind(),
                question.text(),
                choices(body, settings.shuffleChoices(), random),
                onSlider ? Scale.of(((QuestionBody.Numeric) body).slider()) : null,
                media == null
                        ? null
                        : new PictureOrVideo(
                                media.kind(), media.reference(), media.caption().alternative()),
                question.timeLimit() == null ? settings.secondsPerQuestion() : question.timeLimit());
    }

    private static List<String> choices(QuestionBody body, boolean shuffled, Random random) {
        if (body instanceof QuestionBody.Ordering ordering) {
            // Sorted, so that what comes out does not depend on the right order.
            List<String> items = new ArrayList<>(ordering.items());
            Collections.sort(items);
            Collections.shuffle(items, random);
            return items;
        }
        List<String> choices =
                new ArrayList<>(body.choices().stream().map(Choice::text).toList());
        if (shuffled && body.kind() != QuestionKind.BOOLEAN) {
            Collections.shuffle(choices, random);
        }
        return choices;
    }
}
