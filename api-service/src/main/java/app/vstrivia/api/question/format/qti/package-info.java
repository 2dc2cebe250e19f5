/**
 * QTI 2.1 and 3: a zip with {@code imsmanifest.xml} and an XML file for each item.
 *
 * <p>What must never happen: an entity or a DTD is looked at, or an item's scoring is guessed.
 */
package app.vstrivia.api.question.format.qti;
