package app.vstrivia.api.quiz.rest;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.Slider;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.quiz.QuizQuestion;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question with its answers, in the shape that those of the bank have.
 *
 * @param choices of single, multiple, boolean and poll
 * @param number of numeric
 * @param answers the items of ordering in the right order, what text accepts
 * @param timeLimit in seconds; null for the quiz's
 */
record OwnQuestion(
        @NotNull QuestionKind type,
        @NotNull @Size(min = 1, max = 1_000) String text,
        @Schema(nullable = true) @Size(max = 6) List<@NotNull @Valid OwnChoice> choices,
        @Schema(nullable = true) @Valid OwnNumber number,
        @Schema(nullable = true) @Size(max = 10) List<@NotNull @Size(max = 300) String> answers,
        @Schema(nullable = true) @Size(max = 1_000) String explanation,
        @Schema(nullable = true) @Valid OwnMedia media,
        @Schema(nullable = true) @Min(1) @Max(600) Integer timeLimit,
        @Schema(nullable = true) @Size(max = 100) String source,
        @Schema(nullable = true) @Size(max = 100) String licence,
        @Schema(nullable = true) @Size(max = 500) String attribution) {
    /** @param correct no choice of a poll is */
    record OwnChoice(@NotNull @Size(max = 300) String text, boolean correct) {}

    /**
     * Numbers as texts, so that none is rounded on its way.
     *
     * @param tolerance null for none
     * @param min with max and step: the slider on which the number is set; null if it is typed
     * @param step null for 1
     */
    record OwnNumber(
            @NotNull @Size(max = 40) String value,
            @Schema(nullable = true) @Size(max = 40) String tolerance,
            @Schema(nullable = true) @Size(max = 40) String min,
            @Schema(nullable = true) @Size(max = 40) String max,
            @Schema(nullable = true) @Size(max = 40) String step) {
        RawBody raw() throws Unfit {
            if (min == null != (max == null)) {
                throw new Unfit("bad-number", "a slider has a min and a max");
            }
            return new RawBody.Number(value, tolerance, min == null ? null : new RawBody.Scale(min, max, step));
        }

        static OwnNumber of(QuestionBody.Numeric number) {
            Slider slider = number.slider();
            return new OwnNumber(
                    number.value().toPlainString(),
                    number.tolerance().toPlainString(),
                    slider == null ? null : slider.min().toPlainString(),
                    slider == null ? null : slider.max().toPlainString(),
                    slider == null ? null : slider.step().toPlainString());
        }
    }

    /**
     * @param reference the id of a medium
     * @param alternative what stands for it where it cannot be seen; it must not give the answer away
     * @param licence null for the question's
     * @param attribution what has to be said about its makers; it is shown with the solution
     */
    record OwnMedia(
            @NotNull MediaRef.Kind kind,
            @NotNull @Size(min = 36, max = 36) String reference,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Size(max = 500)
            String alternative,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Size(max = 100)
            String licence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true) @Size(max = 500)
            String attribution) {
        static OwnMedia of(MediaRef media) {
            MediaCaption caption = media.caption();
            return new OwnMedia(
                    media.kind(), media.reference(), caption.alternative(), caption.licence(), caption.attribution());
        }
    }

    /** The question, cleaned and by the rules of the bank. */
    QuizQuestion checked() throws Unfit {
        RawQuestion raw = QuizQuestion.raw(body(), text)
                .explanation(explanation)
                .timeLimit(timeLimit == null ? null : timeLimit.toString())
                .provenance(source, licence, attribution);
        if (media != null) {
            raw.media(media.kind().wire(), media.reference())
                    .mediaCaption(media.alternative(), media.licence(), media.attribution());
        }
        return QuizQuestion.checked(raw);
    }

    private RawBody body() throws Unfit {
        return switch (type) {
            case SINGLE, MULTIPLE, BOOLEAN ->
                new RawBody.Choices(
                        type,
                        given("choices", choices).stream()
                                .map(choice -> new Choice(choice.text(), choice.correct()))
                                .toList());
            case POLL ->
                new RawBody.Poll(
                        given("choices", choices).stream().map(OwnChoice::text).toList());
            case NUMERIC -> given("number", number).raw();
            case ORDERING -> new RawBody.Order(given("answers", answers));
            case TEXT -> new RawBody.Accepted(given("answers", answers));
        };
    }

    private <T> T given(String field, T value) throws Unfit {
        if (value == null) {
            throw new Unfit("malformed-question", "a question of the type " + type.wire() + " has " + field);
        }
        return value;
    }

    static OwnQuestion of(QuizQuestion question) {
        QuestionBody body = question.body();
        MediaRef media = question.media();
        return new OwnQuestion(
                body.kind(),
                question.text(),
                body.choices().stream()
                        .map(choice -> new OwnChoice(choice.text(), choice.correct()))
                        .toList(),
                body instanceof QuestionBody.Numeric number ? OwnNumber.of(number) : null,
                answers(body),
                question.explanation(),
                media == null ? null : OwnMedia.of(media),
                question.timeLimit(),
                question.provenance().source(),
                question.provenance().licence(),
                question.provenance().attribution());
    }

    private static List<String> answers(QuestionBody body) {
        if (body instanceof QuestionBody.Ordering ordering) {
            return ordering.items();
        }
        return body instanceof QuestionBody.Text text ? text.accepted() : List.of();
    }
}
