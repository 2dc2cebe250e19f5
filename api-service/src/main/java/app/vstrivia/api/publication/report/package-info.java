/**
 * What players find wrong with a quiz's own questions, in the version that they met: table {@code quiz_report}. Who works on the quiz
 * reads it and says when it has been seen to; who moderates finds the version in the queue of {@link app.vstrivia.api.moderation}, and takes
 * it down or leaves it. Reports go with their version.
 *
 * <p>What must never happen: somebody learns who reported.
 */
package app.vstrivia.api.publication.report;
