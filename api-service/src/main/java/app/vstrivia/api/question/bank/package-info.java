/**
 * The questions of the bank one by one: finding them, correcting them, and taking them from one status to the next.
 *
 * <p>A question has an ordinal of its bucket and a draw slot exactly as long as matches draw it. Whoever changes that holds the
 * bucket's row, as imports do: what leaves is replaced by the last one, so that ordinals stay dense.
 *
 * <p>What must never happen: a match draws what nobody approved, or a bucket has a gap.
 */
package app.vstrivia.api.question.bank;
