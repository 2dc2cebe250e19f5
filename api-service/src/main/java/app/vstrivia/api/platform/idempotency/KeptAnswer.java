package app.vstrivia.api.platform.idempotency;

import java.util.Map;

/**
 * An answer as it was given.
 *
 * @param headers those that describe the answer; what belongs to one exchange (the request's id, the date) is not kept
 * @param body as it was sent, in UTF-8; empty for none
 */
record KeptAnswer(int status, Map<String, String> headers, String body) {}
