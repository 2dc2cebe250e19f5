/**
 * The question bank: what a question is, and its tables {@code category}, {@code question_bucket} and {@code question}.
 *
 * <p>{@code format} reads files, {@code importing} puts what they hold into the bank, {@code lineup} draws from it. A
 * bucket holds the questions of one language, category and difficulty under dense ordinals 0 … size − 1, which is what
 * makes a uniform draw cheap.
 *
 * <p>What must never happen: the same question twice in the bank, a gap in a bucket's ordinals, or a question without
 * exactly known right answers.
 */
package app.vstrivia.api.question;
