/**
 * What is refused over HTTP, as problems (RFC 9457) with the stable codes of the API and the id of the request: what is not
 * there, and upgrades.
 *
 * <p>What must never happen: a problem that tells what went wrong inside.
 */
package app.vstrivia.realtime.platform.problem;
