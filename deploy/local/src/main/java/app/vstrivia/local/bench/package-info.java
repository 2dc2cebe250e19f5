/**
 * Benchmarks that anyone can run: the whole system in a directory of its own, the load from a process of its own, and what
 * the servers cost from the operating system's accounting.
 *
 * <p>What must never happen: a figure that is printed as if it were sound although something was lost or refused, a
 * process or a directory that stays behind, a token in a command line or a log.
 */
package app.vstrivia.local.bench;
