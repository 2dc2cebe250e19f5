/**
 * Does to a running system what a plan says, and undoes it: processes are killed, paused and started again, connections
 * to the database broken, delayed and stalled. It notes what it did when, so that times to recover can be told.
 */
package app.vstrivia.local.prove.chaos;
