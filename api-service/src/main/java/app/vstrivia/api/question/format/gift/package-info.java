/**
 * Moodle's GIFT: blocks between blank lines, {@code question {answers}}.
 *
 * <p>{@code GiftBlocks} cuts a file into blocks, {@code GiftReader} takes a block apart, {@code GiftAnswers} reads what stands
 * between the braces, {@code GiftText} knows the escapes and markups. {@code GiftWriter} is the way back.
 *
 * <p>What must never happen: an answer that is right in part counts as right without a word.
 */
package app.vstrivia.api.question.format.gift;
