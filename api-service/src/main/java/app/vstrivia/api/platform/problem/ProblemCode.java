package app.vstrivia.api.platform.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalogue: every {@code code} that a problem may have, with its status and what it means. A code is a promise to
 * clients and never changes; the first one of a status is what the framework's own refusals get.
 */
public enum ProblemCode {
    INVALID(400, "invalid", "A field, a parameter or a header breaks a rule; violations says which."),
    MALFORMED(400, "malformed", "The body is not the JSON that is expected here."),
    TOO_COMPLEX(400, "too-complex", "The JSON is nested too deeply, or a part of it is too large."),
    INVALID_RECIPE(400, "invalid-recipe", "The settings ask for something that no match can be."),
    UNKNOWN_FORMAT(400, "unknown-format", "There is no such format of question files."),
    UNAUTHENTICATED(401, "unauthenticated", "The token or the secret is missing, wrong or expired."),
    REFRESH_REFUSED(401, "refresh-refused", "The refresh token is not good any more; sign in again."),
    LINK_CODE_INVALID(401, "link-code-invalid", "The code is not right, or was used, or has expired."),
    ID_TOKEN_REFUSED(401, "id-token-refused", "The ID token is not good here; ask the provider for a new one."),
    FORBIDDEN(403, "forbidden", "The caller's role does not allow this."),
    KICKED(403, "kicked", "The host has removed the caller from this match."),
    NOT_PLAYING(403, "not-playing", "The caller does not play in this match."),
    OWN_THING(403, "own-thing", "Somebody else has to decide on what is yours."),
    NOT_THE_HOST(403, "not-the-host", "Only the host may do this."),
    SECRET_REFUSED(403, "secret-refused", "That is not the secret of this device."),
    PUT_OUT(403, "put-out", "The player was put out for good."),
    CLAIM_REFUSED(403, "claim-refused", "The link for the first admin is not good any more."),
    MERGE_REFUSED(403, "merge-refused", "The offer to merge is not good any more; link the identity again."),
    NOT_FOUND(404, "not-found", "There is no such thing, or not for the caller."),
    NO_SUCH_ROOM(404, "no-such-room", "No room is open under this PIN."),
    NO_SUCH_ROLE(404, "no-such-role", "The roles are author, moderator and admin."),
    UNKNOWN_PROVIDER(404, "unknown-provider", "There is no such sign-in provider."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "Allow lists what may be done here."),
    NOT_ACCEPTABLE(406, "not-acceptable", "The answer has none of the media types that are asked for."),
    CONFLICT(409, "conflict", "The thing is not in a state that allows this."),
    BOT_TOO_EARLY(409, "bot-too-early", "A bot may be asked for after some seconds of waiting; see Retry-After."),
    ADMIN_EXISTS(409, "admin-exists", "There is an admin already."),
    IDENTITY_TAKEN(
            409, "identity-taken", "The identity belongs to another player; merge offers to become part of that one."),
    LAST_ADMIN(409, "last-admin", "Nobody would be left to run the system."),
    MATCH_RUNNING(409, "match-running", "The guest plays or hosts a match; leave or finish it first."),
    MEDIUM_IN_USE(409, "medium-in-use", "The picture or video belongs to a question of the bank."),
    MEDIUM_NOT_APPROVED(409, "medium-not-approved", "The question's picture or video is not there for everybody yet."),
    NOBODY_THERE(409, "nobody-there", "Nobody has joined yet."),
    NOT_ARRIVED(409, "not-arrived", "The file has not been put where it belongs."),
    NOT_ENOUGH_QUESTIONS(409, "not-enough-questions", "The bank has too few questions for the settings."),
    PUBLICATION_RUNNING(409, "publication-running", "The quiz is being published; publication names what runs."),
    QUESTION_EXISTS(
            409,
            "question-exists",
            "The bank has the same question, about the same picture or video if it is about one."),
    QUIZ_IN_TRASH(409, "quiz-in-trash", "The quiz is in the trash; restore it first."),
    QUIZ_UNCHANGED(409, "quiz-unchanged", "Everybody sees the quiz as it is; publication names the version."),
    REQUEST_IN_PROGRESS(409, "request-in-progress", "The first request with this Idempotency-Key has no answer yet."),
    ROOM_FULL(409, "room-full", "The room has as many players as it can have."),
    TICKET_CLOSED(409, "ticket-closed", "The ticket was cancelled or has expired."),
    TOO_MANY_DEVICES(409, "too-many-devices", "The player has as many devices as a player may have."),
    TOO_MANY_IMPORTS(409, "too-many-imports", "Ten files of the caller wait for their import or are in it."),
    TOO_MANY_IDENTITIES(409, "too-many-identities", "The player has as many identities as a player may have."),
    TOO_MANY_MEMBERS(409, "too-many-members", "The quiz has as many members as a quiz may have."),
    TOO_MANY_QUIZZES(409, "too-many-quizzes", "The player has as many quizzes as a player may have; the trash counts."),
    TOO_MANY_MEDIA(409, "too-many-media", "The player has as many pictures and videos as a player may have."),
    TOO_MANY_WEBHOOKS(409, "too-many-webhooks", "The player has as many webhooks as a player may have."),
    WEBHOOK_DISABLED(409, "webhook-disabled", "Nothing is sent to the webhook until it is enabled."),
    TYPES_NOT_OFFERED(409, "types-not-offered", "Matches have no questions of such types at the moment."),
    VERSION_NOT_PLAYABLE(
            409, "version-not-playable", "The version of the quiz that the room was to play is gone or withdrawn."),
    VERSION_TAKEN_DOWN(409, "version-taken-down", "A moderator has taken down what the quiz would show."),
    WRONG_PHASE(409, "wrong-phase", "The match is not in a phase that allows this."),
    WRONG_STATUS(409, "wrong-status", "The question cannot become this from what it is now."),
    LENGTH_REQUIRED(411, "length-required", "The request must say the length of its body."),
    PRECONDITION_FAILED(412, "precondition-failed", "The thing has changed since If-Match was true."),
    TOO_LARGE(413, "too-large", "The body is larger than allowed."),
    URI_TOO_LONG(414, "uri-too-long", "The address is longer than allowed."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The body has another media type than asked for."),
    UNPROCESSABLE(422, "unprocessable", "The request is understood and cannot be done."),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "The Idempotency-Key was used for another body before."),
    FETCH_REFUSED(422, "fetch-refused", "The address leads to nothing that can be fetched; reason says why."),
    UNFIT_ADDRESS(422, "unfit-address", "The address is not an http or https one that everybody can reach."),
    UNFIT_MEDIUM(422, "unfit-medium", "The file is no picture or video that can be taken; reason says why."),
    UNKNOWN_CATEGORY(422, "unknown-category", "The settings name a category that does not exist."),
    UNREADABLE_FILE(422, "unreadable-file", "The file cannot be read; nothing was imported."),
    PRECONDITION_REQUIRED(428, "precondition-required", "Say in If-Match which revision this changes; * names none."),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Slow down; see Retry-After."),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are larger than allowed."),
    INTERNAL(500, "internal", "A fault of the service; requestId helps those who look into it."),
    UNAVAILABLE(503, "unavailable", "Not at the moment; try again later."),
    PROVIDER_UNAVAILABLE(503, "provider-unavailable", "The sign-in provider does not answer; try again later."),
    ROUND_CLOSING(503, "round-closing", "The round is closing; send the answer again.");

    private final int status;
    private final String code;
    private final String meaning;

    ProblemCode(int status, String code, String meaning) {
        this.status = status;
        this.code = code;
        this.meaning = meaning;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** A sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** The reason phrase of the status. */
    public String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    /** What the framework's own refusals with {@code status} get. */
    public static ProblemCode ofStatus(int status) {
        return withStatus(status).findFirst().orElseGet(() -> status >= 500 ? INTERNAL : INVALID);
    }

    public static Optional<ProblemCode> named(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** All, by status and in the order of the catalogue. */
    public static List<ProblemCode> sorted() {
        return Arrays.stream(values())
                .sorted(Comparator.comparingInt(ProblemCode::status))
                .toList();
    }

    private static Stream<ProblemCode> withStatus(int status) {
        return Arrays.stream(values()).filter(each -> each.status == status);
    }
}
