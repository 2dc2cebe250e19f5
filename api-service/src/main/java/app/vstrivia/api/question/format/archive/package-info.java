/**
 * Zips from strangers, and our own zip.
 *
 * <p>What must never happen: a small file that becomes a large one, or a name that leads out of the zip.
 */
package app.vstrivia.api.question.format.archive;
