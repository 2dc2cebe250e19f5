package app.vstrivia.api.question.rest;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.bank.StoredQuestion;
import app.vstrivia.api.question.play.PlayRecord;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question with its answers, for those who look after the bank.
 *
 * @param choices of single, multiple, boolean and poll; else empty
 * @param number of numeric; else null
 * @param answers the items of ordering in the right order, what text accepts; else empty
 * @param category the names from the widest to its own
 * @param difficulty as its author sees it
 * @param play null if it was never answered
 * @param reports how many players find something wrong with it
 * @param timeLimit in seconds
 */
record QuestionView(
        UUID id,
        QuestionKind type,
        QuestionStatus status,
        String text,
        List<Choice> choices,
        @Schema(nullable = true) NumberView number,
        List<String> answers,
        @Schema(nullable = true) String explanation,
        @Schema(nullable = true) MediaView media,
        List<String> category,
        List<String> tags,
        Difficulty difficulty,
        @Schema(nullable = true) PlayView play,
        int reports,
        String language,
        @Schema(nullable = true) Integer timeLimit,
        String source,
        String licence,
        @Schema(nullable = true) String attribution) {
    /** Numbers as texts, so that none is rounded on its way; min, max and step are null without a slider. */
    record NumberView(
            String value,
            String tolerance,
            @Schema(nullable = true) String min,
            @Schema(nullable = true) String max,
            @Schema(nullable = true) String step) {
        static NumberView of(QuestionBody.Numeric number) {
            var slider = number.slider();
            return new NumberView(
                    number.value().toPlainString(),
                    number.tolerance().toPlainString(),
                    slider == null ? null : slider.min().toPlainString(),
                    slider == null ? null : slider.max().toPlainString(),
                    slider == null ? null : slider.step().toPlainString());
        }
    }

    /**
     * How people answered it in matches that are over.
     *
     * @param difficulty how difficult it proved to be; null with fewer than 30 answers
     */
    record PlayView(
            long answers,
            long correct,
            @Schema(nullable = true) Difficulty difficulty) {
        static PlayView of(PlayRecord play) {
            return new PlayView(
                    play.answers(), play.correct(), play.difficulty().orElse(null));
        }
    }

    /**
     * A picture or video.
     *
     * @param reference the medium's id
     * @param alternative what stands for it where it cannot be seen
     * @param licence null if that is the question's
     */
    record MediaView(
            MediaRef.Kind kind,
            String reference,
            @Schema(nullable = true) String alternative,
            @Schema(nullable = true) String licence,
            @Schema(nullable = true) String attribution) {
        static MediaView of(MediaRef media) {
            return new MediaView(
                    media.kind(),
                    media.reference(),
                    media.caption().alternative(),
                    media.caption().licence(),
                    media.caption().attribution());
        }
    }

    static QuestionView of(StoredQuestion stored) {
        NewQuestion question = stored.question();
        QuestionBody body = question.body();
        MediaRef media = question.media();
        return new QuestionView(
                stored.id(),
                question.kind(),
                stored.status(),
                question.text(),
                question.choices(),
                body instanceof QuestionBody.Numeric number ? NumberView.of(number) : null,
                answers(body),
                question.explanation(),
                media == null ? null : MediaView.of(media),
                question.category().path(),
                question.tags(),
                question.difficulty(),
                stored.play() == null ? null : PlayView.of(stored.play()),
                stored.reports(),
                question.language(),
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
