/**
 * The load generator: a process of its own with one thread, whose clients cost little. It measures every delivery and
 * acknowledgement from the moment at which the cause was <em>due</em>, so that a system which stalls cannot hide it by
 * slowing the load down.
 *
 * <p>What must never happen: work here that makes a delivery look later than it was (see {@code send_lag} in the results).
 */
package app.vstrivia.local.bench.load;
