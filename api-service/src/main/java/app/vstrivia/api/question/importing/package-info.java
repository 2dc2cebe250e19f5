/**
 * Puts the questions of a file into the bank and reports what became of each.
 *
 * <p>A file enters in batches, each in one transaction that holds the rows of its buckets, so that ordinals stay dense.
 * The fingerprint decides what is a duplicate; importing a file again therefore adds nothing and completes an import that
 * was cut off.
 *
 * <p>What must never happen: a part of a batch, or an import that ends without telling how far it came.
 */
package app.vstrivia.api.question.importing;
