/**
 * A player's side of the service, over real HTTP and WebSocket connections: registers a device, gets tokens,
 * keeps a socket open through whatever happens, follows streams by their sequence numbers and sends an answer
 * until it has been acknowledged. The demonstration plays with it, the end-to-end tests and benchmarks do.
 *
 * <p>It deliberately reads the wire as plain JSON and shares no code with the services: a mistake there must
 * not cancel itself out here. Hundreds of clients share one {@link app.vstrivia.local.client.TriviaNetwork}.
 */
package app.vstrivia.local.client;
