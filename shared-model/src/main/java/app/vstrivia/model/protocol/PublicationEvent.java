package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** What happens while a quiz is published, on the stream {@code publication:…} that those who work on the quiz may watch. */
public sealed interface PublicationEvent extends EventBody {

    /** What is done, in this order. */
    enum Step {
        /** Whether all is there: items, questions that may be played, pictures that are ready. */
        @JsonProperty("validate")
        VALIDATE,
        @JsonProperty("clean-texts")
        CLEAN_TEXTS,
        /** The cover is cropped, and made in its sizes. */
        @JsonProperty("pictures")
        PICTURES,
        /** Whether somebody has found everything fit that others shall see. */
        @JsonProperty("moderation")
        MODERATION,
        /** Pictures and videos come to where everybody may fetch them. */
        @JsonProperty("copy")
        COPY,
        @JsonProperty("documents")
        DOCUMENTS,
        /** The version is there for everybody. */
        @JsonProperty("publish")
        PUBLISH
    }

    /**
     * It was asked for, and its turn comes.
     *
     * @param revision of the quiz
     */
    record PublicationAccepted(UUID quiz, int revision) implements PublicationEvent {
        @Override
        public String eventKind() {
            return "publication-accepted";
        }
    }

    /**
     * A step is done.
     *
     * @param done how many
     * @param of how many there are
     */
    record PublicationStep(Step step, int done, int of) implements PublicationEvent {
        @Override
        public String eventKind() {
            return "publication-step";
        }
    }

    /**
     * Nothing follows.
     *
     * @param version what it became; null unless it is published
     * @param problem a code that says why it failed; null unless it did
     * @param detail the same for people; null unless it failed
     */
    record PublicationEnded(Outcome outcome, Integer version, String problem, String detail)
            implements PublicationEvent {
        /** How. */
        public enum Outcome {
            /** Everybody may fetch it. */
            @JsonProperty("published")
            PUBLISHED,
            /** Nothing of it is there for others. */
            @JsonProperty("failed")
            FAILED,
            /** By who may; nothing of it is there for others. */
            @JsonProperty("cancelled")
            CANCELLED
        }

        @Override
        public String eventKind() {
            return "publication-ended";
        }
    }
}
