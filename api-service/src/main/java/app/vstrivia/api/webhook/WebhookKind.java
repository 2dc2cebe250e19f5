package app.vstrivia.api.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What there is to be told. Names are promises: none is ever changed. */
public enum WebhookKind {
    /** A quiz of the owner's is out. */
    PUBLICATION_PUBLISHED(false),
    PUBLICATION_FAILED(false),
    /** Nobody is shown it any more, since something in it was refused, or somebody who moderates took it down. */
    PUBLICATION_WITHDRAWN(false),
    /** An import in the background came to the end of its file. */
    IMPORT_FINISHED(false),
    /** It broke off. */
    IMPORT_FAILED(false),
    /** A picture or video can be shown: to its owner, or to others once its review is {@code approved}. */
    MEDIA_READY(false),
    /** It is nothing that is taken, or moderation refused it. */
    MEDIA_REFUSED(false),
    MATCH_FINISHED(true),
    /** A player finds something wrong with a question. */
    REPORT_FILED(true),
    /** A question was approved, retired or sent back. */
    QUESTION_STATUS(true),
    /** A job failed for good. */
    JOB_FAILED(true);

    /** What a test is called, which nobody subscribes to. */
    public static final String TEST = "webhook.test";

    private final boolean ofSystem;

    WebhookKind(boolean ofSystem) {
        this.ofSystem = ofSystem;
    }

    /** Whether it is for admins, whoever's it is; else it is for its owner. */
    public boolean isOfSystem() {
        return ofSystem;
    }

    /** As it is stored and sent: {@code import.finished}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static WebhookKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
