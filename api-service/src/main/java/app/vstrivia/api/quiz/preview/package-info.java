/**
 * A quiz as its players would see it: what is asked and what there is to pick from, in an order that a match might have.
 *
 * <p>What must never happen: a preview depends on what is right. The items of an order are sorted before they are mixed, and
 * nothing of a number, of accepted texts or of an explanation is in it. Whom to name stands apart from the questions, as players
 * are told it with the solutions.
 */
package app.vstrivia.api.quiz.preview;
