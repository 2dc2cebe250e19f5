/** Aiken: a question on a line, choices as {@code A) x} or {@code A. x}, {@code ANSWER: B}. */
package app.vstrivia.api.question.format.aiken;
