/**
 * Turns a recipe into a lineup: which questions a match is played with.
 *
 * <p>A draw takes two round trips whatever the size of the bank: one for the buckets, one for random slots in them.
 *
 * <p>What must never happen: a question twice in a lineup, or one that a player saw lately while enough others are left.
 */
package app.vstrivia.api.question.lineup;
