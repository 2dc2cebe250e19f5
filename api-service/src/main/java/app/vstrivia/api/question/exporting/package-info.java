/**
 * Writes the questions of the bank to a file.
 *
 * <p>What must never happen: a question that is left out without a word, or a file that stays on the disk.
 */
package app.vstrivia.api.question.exporting;
