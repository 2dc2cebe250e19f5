/**
 * Whether something that players bring is fit for others. A feature that has such things implements {@link
 * app.vstrivia.api.moderation.Reviewed}, opens a review with {@link app.vstrivia.api.moderation.ReviewService} in the
 * transaction that makes the thing complete, and shows it to nobody but its owner until it is approved. {@link
 * app.vstrivia.api.moderation.PictureModeration} looks at pictures: people alone, who are the default, or Amazon
 * Rekognition, which sends to people what it does not know. What others see already, and report, waits for a moderator, too.
 *
 * <p>Table: {@code review}. Who lists and decides are moderators; what they decide is in the audit. A decision may be
 * changed: what was approved goes when it is refused.
 *
 * <p>What must never happen: something is approved that neither a person nor the machine has looked at; or a transaction
 * locks a review before the thing that it is about.
 */
package app.vstrivia.api.moderation;
