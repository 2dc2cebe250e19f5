/**
 * What play tells about questions: tables {@code question_play} and {@code question_play_mark}.
 *
 * <p>What must never happen: a match that is counted twice, or not at all.
 */
package app.vstrivia.api.question.play;
