/**
 * Transactions over the reactive SQL client. A use case starts one with {@link
 * app.vstrivia.api.platform.transaction.Transactions}, hands it to the stores, and tells it what happened; it appends
 * those events as its last act, commits, and only then wakes the readers of the streams.
 *
 * <p>What must never happen: a wake-up before the commit, or an event whose change was rolled back.
 */
package app.vstrivia.api.platform.transaction;
