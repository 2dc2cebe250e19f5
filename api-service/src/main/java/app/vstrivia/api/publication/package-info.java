/**
 * Publishing quizzes. Who asks for it gets a row with all that the quiz is at that moment, the first event of its stream {@code
 * publication:…}, the right of those who work on the quiz to watch that, and a job, in one transaction. The job does the steps
 * of {@link app.vstrivia.model.protocol.PublicationEvent.Step}; each can be done again, and is noted and told in one
 * transaction when it is done, so that another run goes on from there. {@code document} says what a version consists of,
 * {@code version} which one everybody sees, {@code report} what players find wrong in one.
 *
 * <pre>
 *   running ── the last step ──▶ published ── of a quiz that is gone, or too old ──▶ removed ──▶ gone
 *      ├─ the quiz is not fit ──▶ failed ──────── a week later ──▶ gone
 *      └─ by who may ──────────▶ cancelled ────── a week later ──▶ gone
 * </pre>
 *
 * <p>All files of a publication are under {@code quizzes/<id>/} in the public bucket. No two share a file: so what is left of one
 * that failed goes as a whole, at any time. Covers are beside their pictures in the private bucket.
 *
 * <p>When moderation refuses a picture or video that a version shows, or somebody who moderates takes it down as a whole, the version
 * is <em>withdrawn</em> for good: nobody is shown it, and its files go. It stays in the list of versions, and what was taken down for as long as the quiz is there, however much is published later. That a question of the bank is
 * retired changes nothing that is published.
 *
 * <p>Tables: {@code publication}, {@code publication_part} (the media that each version shows), {@code published_quiz}. A
 * transaction locks players, then the quiz, then the publication, then questions of the bank, then media.
 *
 * <p>What must never happen: others see a part of a version, or one with a picture that nobody approved, or that moderation
 * refuses later; what was taken down is shown again by its authors; a published version changes; a solution is in the public bucket; two publications of a quiz run at the same
 * time.
 */
package app.vstrivia.api.publication;
