package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** The stable codes of {@link ServerMessage.Error} and of refused answers. */
public enum ErrorCode {
    MALFORMED("malformed"),
    UNKNOWN_TYPE("unknown-type"),
    TOO_LARGE("too-large"),
    OUT_OF_PHASE("out-of-phase"),
    NOT_FOUND("not-found"),
    FORBIDDEN("forbidden"),
    UNAUTHENTICATED("unauthenticated"),
    NOT_OPEN("not-open"),
    BAD_CHOICE("bad-choice"),
    BAD_ANSWER("bad-answer"),
    TOO_MANY("too-many"),
    UNAVAILABLE("unavailable");

    private final String code;

    ErrorCode(String code) {
        this.code = code;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
