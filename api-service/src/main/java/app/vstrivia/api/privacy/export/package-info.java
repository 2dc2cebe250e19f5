/**
 * Everything about a player as a zip: a job writes it, the private bucket keeps it for a week, a link opens it. Table:
 * {@code player_export}, and {@code export-ready} on the player's stream.
 *
 * <p>What must never happen: a secret or its hash in it, or what belongs to somebody else: a solution that is not out,
 * the answers of others, a link that another player gets.
 */
package app.vstrivia.api.privacy.export;
