/**
 * {@code deploy/local/prove}: plays matches on a whole system of its own while a plan of faults is carried out on it, and
 * checks that nothing of what was promised to the players was broken. A run is told by its seed.
 */
package app.vstrivia.local.prove;
