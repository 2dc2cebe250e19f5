/**
 * Starts the whole system on one machine, each part after the ones that it needs, and ends it in reverse.
 *
 * <p>What must never happen: a process that stays behind, two systems on one data directory, a secret in a
 * terminal (but for the link that makes the first admin), a command line or a log, a stack trace where a sentence would do.
 */
package app.vstrivia.local.launch;
