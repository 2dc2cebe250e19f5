/**
 * Finding an opponent. A ticket waits in the queue of its settings; the two that have waited longest are paired, and
 * the duel, both tickets and the news for both players are one transaction. Who has waited 5 s may ask for a bot.
 *
 * <p>Table: {@code matchmaking_ticket}. Events: {@code match-found} on {@code player:…}.
 *
 * <p>What must never happen: a player paired with himself, a ticket in two duels, or two tickets that wait for each
 * other.
 */
package app.vstrivia.api.matchmaking;
