/** What a benchmark found: named figures, as a table for people and as one line of JSON for programs. */
package app.vstrivia.local.bench.report;
