/**
 * What counts as the same where people type: {@code Decimal} for numbers, {@code PlainForm} and {@code TextMatch} for words. The
 * bank and the live match go by the same rules, so that what an author sees accepted is accepted in a match.
 */
package app.vstrivia.model.text;
