/**
 * A guest becomes part of a player who was there before: offered when the guest links an identity of that player, told in
 * full beforehand, and done when the guest confirms it ({@code merge_offer}, {@code player.merged_into}). Told on both
 * streams: {@code player-merged}.
 *
 * <p>What must never happen: a merge that somebody who is not both of them set off, one that is half done, or one while
 * the guest plays.
 */
package app.vstrivia.api.identity.merge;
