package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to a picture or video, on the stream {@code media:…} that its owner may watch. */
public sealed interface MediaEvent extends EventBody {

    /** What it is. */
    enum Kind {
        @JsonProperty("picture")
        PICTURE,
        @JsonProperty("video")
        VIDEO
    }

    /** Who may see it. */
    enum Review {
        /** The owner alone, until somebody decides. */
        @JsonProperty("pending")
        PENDING,
        /** Others, too. */
        @JsonProperty("approved")
        APPROVED,
        /** The owner alone, and not its files. */
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * The file is there, and its turn comes.
     *
     * @param bytes of the file
     */
    record MediaArrived(Kind kind, long bytes) implements MediaEvent {
        @Override
        public String eventKind() {
            return "media-arrived";
        }
    }

    /** What is shown of it is made, in its sizes. */
    record MediaReady(Review review) implements MediaEvent {
        @Override
        public String eventKind() {
            return "media-ready";
        }
    }

    /**
     * It is nothing that is taken.
     *
     * @param reason a code, such as {@code unreadable}
     */
    record MediaRefused(String reason) implements MediaEvent {
        @Override
        public String eventKind() {
            return "media-refused";
        }
    }

    /** Somebody has decided who may see it; that may change. */
    record MediaReviewed(Review review) implements MediaEvent {
        @Override
        public String eventKind() {
            return "media-reviewed";
        }
    }

    /** It is not there any more; nothing follows. */
    record MediaRemoved() implements MediaEvent {
        @Override
        public String eventKind() {
            return "media-removed";
        }
    }
}
