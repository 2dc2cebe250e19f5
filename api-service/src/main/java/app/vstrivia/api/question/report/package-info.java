/**
 * What players find wrong with questions of the bank: table {@code question_report}. What they find wrong with others goes to
 * {@link app.vstrivia.api.question.report.OtherReports}.
 *
 * <p>What must never happen: somebody reports a question that was not shown to them, and so learns whether there is such a
 * question; or an admin learns who reported.
 */
package app.vstrivia.api.question.report;
