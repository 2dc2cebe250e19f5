/**
 * {@code Idempotency-Key}: who did not hear the answer to a request that creates something sends it again, with the same
 * key and body, and gets the first answer (status, headers, body) for 24 hours. Another body under the same key is refused,
 * and so is a second request while the first one runs. Only answers of success are kept: what was refused created nothing,
 * and may be tried again.
 *
 * <p>A resource method asks for it with {@link app.vstrivia.api.platform.idempotency.Idempotent}. A request first claims its
 * key in {@code idempotency_record}, runs, and then notes its answer there. A replica that dies between the two leaves a
 * claim, which runs out after half a minute; the request that comes then runs once more. So this is for what may be made a
 * second time when nobody has heard of the first: a player, a device, a room, a ticket, a code. What must never happen twice
 * (money) needs a key of its own in its own transaction.
 *
 * <p>Keys belong to a caller and an operation. Callers without a token share one space, so their keys must be hard to guess.
 * Answers hold secrets: they are sealed with a key that is derived from the {@code Idempotency-Key} and the body, which the
 * database does not know.
 *
 * <p>What must never happen: somebody gets an answer that was made for somebody else.
 */
package app.vstrivia.api.platform.idempotency;
