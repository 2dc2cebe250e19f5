/**
 * What players find wrong with questions: table {@code question_report}.
 *
 * <p>What must never happen: somebody reports a question that was not shown to them, and so learns whether there is such a
 * question; or an admin learns who reported.
 */
package app.vstrivia.api.question.report;
