/**
 * Reads files of questions, one question at a time, and decides about each: fit for the bank, repaired, or refused with
 * a reason and a line number.
 *
 * <p>A {@link app.vstrivia.api.question.format.QuestionFormat} opens a file; its reader makes raw questions; one set of
 * rules checks them all, whatever the format. A repair is made only where no meaning is guessed.
 *
 * <p>What must never happen: a damaged question that looks sound, or a sound one that is lost without a word.
 */
package app.vstrivia.api.question.format;
