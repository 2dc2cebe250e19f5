/**
 * What is kept how long: {@link app.vstrivia.api.privacy.retention.Retention} is the whole list, the README tells it to
 * people, and a job keeps to it.
 *
 * <p>What must never happen: a row of a match that is not over goes, or play waits for the tidying.
 */
package app.vstrivia.api.privacy.retention;
