/**
 * The front door of both services: who is let in before anything else is looked at, and how long a connection may take over
 * what it says.
 *
 * <p>{@code EdgeGate} refuses requests that did not come through the edge; like every refusal it tells the {@link
 * app.vstrivia.model.edge.RequestId} of the request. {@link
 * app.vstrivia.model.edge.ConnectionDeadlines} cuts connections that are slow on purpose; since a request that never
 * becomes one cannot be seen anywhere else, it works on the bytes.
 *
 * <p>What must never happen: an answer that tells a stranger what the door looks for.
 */
package app.vstrivia.model.edge;
