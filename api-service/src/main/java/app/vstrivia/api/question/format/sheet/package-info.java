/**
 * Tables: CSV with a header, and Kahoot's spreadsheet.
 *
 * <p>What must never happen: a cell that a spreadsheet takes for a formula leaves us, or a shifted row comes in.
 */
package app.vstrivia.api.question.format.sheet;
