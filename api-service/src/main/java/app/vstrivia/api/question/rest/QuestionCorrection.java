package app.vstrivia.api.question.rest;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.bank.InvalidQuestion;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a question says from now on, in the shape in which it is read.
 *
 * @param choices of single, multiple, boolean and poll
 * @param number of numeric
 * @param answers the items of ordering in the right order, what text accepts
 * @param tags null for none
 * @param timeLimit in seconds; null to leave it to the match
 */
record QuestionCorrection(
        @NotNull QuestionKind type,
        @NotNull @Size(min = 1, max = 1_000) String text,
        @Schema(nullable = true) @Size(max = 6) List<@NotNull @Valid CorrectedChoice> choices,
        @Schema(nullable = true) @Valid CorrectedNumber number,
        @Schema(nullable = true) @Size(max = 10) List<@NotNull @Size(max = 300) String> answers,
        @Schema(nullable = true) @Size(max = 1_000) String explanation,
        @Schema(nullable = true) @Size(max = 20) List<@NotNull @Size(max = 50) String> tags,
        @NotNull Difficulty difficulty,
        @Schema(nullable = true) @Min(1) @Max(600) Integer timeLimit,
        @NotNull @Size(min = 1, max = 100) String source,
        @NotNull @Size(min = 1, max = 100) String licence,
        @Schema(nullable = true) @Size(max = 500) String attribution) {
    /** It stays in its category and language. */
    private static final Origin ELSEWHERE = new Origin(null, null, new Defaults(null, "en"));

    /** @param correct no choice of a poll is */
    record CorrectedChoice(@NotNull @Size(max = 300) String text, boolean correct) {}

    /**
     * Numbers as texts, so that none is rounded on its way.
     *
     * @param tolerance null for none
     * @param min with max and step: the slider on which the number is set; null if it is typed
     * @param step null for 1
     */
    record CorrectedNumber(
            @NotNull @Size(max = 40) String value,
            @Schema(nullable = true) @Size(max = 40) String tolerance,
            @Schema(nullable = true) @Size(max = 40) String min,
            @Schema(nullable = true) @Size(max = 40) String max,
            @Schema(nullable = true) @Size(max = 40) String step) {
        RawBody raw() {
            if (min == null != (max == null)) {
                throw new InvalidQuestion("a slider has a min and a max");
            }
            return new RawBody.Number(value, tolerance, min == null ? null : new RawBody.Scale(min, max, step));
        }
    }

    /**
     * The question by the rules for files, of no category and whatever language.
     *
     * @throws InvalidQuestion if it could not be played
     */
    NewQuestion checked() {
        RawQuestion raw = new RawQuestion(body(), text, ELSEWHERE)
                .explanation(explanation)
                .tags(tags == null ? List.of() : tags)
                .difficulty(difficulty.wire())
                .timeLimit(timeLimit == null ? null : timeLimit.toString())
                .provenance(said("source", source), said("licence", licence), attribution);
        ParsedItem item = QuestionRules.check(1, raw, Set.of());
        if (item instanceof ParsedItem.Refused refused) {
            throw new InvalidQuestion(refused.note().reason());
        }
        return ((ParsedItem.Fit) item).question();
    }

    private RawBody body() {
        return switch (type) {
            case SINGLE, MULTIPLE, BOOLEAN ->
                new RawBody.Choices(
                        type,
                        given("choices", choices).stream()
                                .map(choice -> new Choice(choice.text(), choice.correct()))
                                .toList());
            case POLL ->
                new RawBody.Poll(given("choices", choices).stream()
                        .map(CorrectedChoice::text)
                        .toList());
            case NUMERIC -> given("number", number).raw();
            case ORDERING -> new RawBody.Order(given("answers", answers));
            case TEXT -> new RawBody.Accepted(given("answers", answers));
        };
    }

    private <T> T given(String field, T value) {
        if (value == null) {
            throw new InvalidQuestion("a question of the type " + type.wire() + " has " + field);
        }
        return value;
    }

    private static String said(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidQuestion("a question has a " + field);
        }
        return value;
    }
}
