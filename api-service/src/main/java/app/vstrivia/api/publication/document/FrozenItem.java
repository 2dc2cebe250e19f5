package app.vstrivia.api.publication.document;

import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.StoredBody;
import app.vstrivia.api.quiz.QuizItem;
import app.vstrivia.api.quiz.QuizQuestion;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.Credits;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A question of a quiz, with what is right.
 *
 * @param id names it among the items of the quiz
 * @param bankQuestion the question of the bank that it is; null for one of the author's own
 * @param version of the question of the bank; null for one of the author's own
 * @param approved whether players may be asked it: of the bank's what was approved, of the author's own all
 * @param mediaKind null if it has no picture or video
 * @param mediaRef names a medium; null if it has none
 * @param timeLimit in seconds; null for the quiz's
 * @param caption what is said of the picture or video; null if nothing is
 */
public record FrozenItem(
        UUID id,
        UUID bankQuestion,
        Integer version,
        boolean approved,
        StoredBody body,
        String text,
        String explanation,
        MediaRef.Kind mediaKind,
        String mediaRef,
        Integer timeLimit,
        Provenance provenance,
        @JsonInclude(JsonInclude.Include.NON_NULL) MediaCaption caption) {
    public FrozenItem {
        caption = MediaCaption.NONE.equals(caption) ? null : caption;
    }

    static FrozenItem of(QuizItem item) {
        QuizQuestion question = item.question();
        MediaRef media = question.media();
        QuizItem.Quoted quoted = item instanceof QuizItem.Quoted bank ? bank : null;
        return new FrozenItem(
                item.id(),
                quoted == null ? null : quoted.bankQuestion(),
                quoted == null ? null : quoted.version(),
                quoted == null || quoted.status() == QuestionStatus.APPROVED,
                StoredBody.of(question.body()),
                question.text(),
                question.explanation(),
                media == null ? null : media.kind(),
                media == null ? null : media.reference(),
                question.timeLimit(),
                question.provenance(),
                media == null ? null : media.caption());
    }

    /**
     * The id by which matches know the question: the bank's, or for one of the author's own an id that no question of the bank has, as
     * those are of another version. Items are named by whoever writes the quiz, and must not count for what they only name.
     */
    public UUID askedAs(UUID quiz) {
        if (bankQuestion != null) {
            return bankQuestion;
        }
        ByteBuffer name = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(quiz.getMostSignificantBits())
                .putLong(quiz.getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return UUID.nameUUIDFromBytes(name.array());
    }

    /** The medium that is shown with it; empty if there is none, or if the reference cannot name one. */
    public Optional<UUID> medium() {
        return hasMedium() && !new MediaRef(mediaKind, mediaRef).isInZip()
                ? Optional.of(UuidV7.parse(mediaRef))
                : Optional.empty();
    }

    boolean hasMedium() {
        return mediaRef != null;
    }

    /** What is said of its picture or video. */
    public MediaCaption said() {
        return caption == null ? MediaCaption.NONE : caption;
    }

    /** What has to be said about who made the question, and its picture or video. */
    Stream<String> credits() {
        List<String> credits = Credits.of(
                provenance.source(),
                provenance.licence(),
                provenance.attribution(),
                hasMedium() ? said().licence() : null,
                hasMedium() ? said().attribution() : null);
        return credits == null ? Stream.empty() : credits.stream();
    }

    FrozenItem with(
            StoredBody newBody,
            String newText,
            String newExplanation,
            Provenance newProvenance,
            MediaCaption newCaption) {
        return new FrozenItem(
                id,
                bankQuestion,
                version,
                approved,
                newBody,
                newText,
                newExplanation,
                mediaKind,
                mediaRef,
                timeLimit,
                newProvenance,
                newCaption);
    }
}
