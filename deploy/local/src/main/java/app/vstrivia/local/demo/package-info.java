/**
 * A duel between two bots, played as players do it: over HTTP and WebSocket, knowing nothing but what the
 * server tells every player. What was acknowledged is compared with the result that the API gives afterwards.
 */
package app.vstrivia.local.demo;
