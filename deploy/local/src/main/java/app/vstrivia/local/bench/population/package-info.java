/**
 * Players and matches for benchmarks, put straight into the database: ten thousand registrations over the API would take
 * longer than what is to be measured. What must never happen: a row that the services could not have written themselves.
 */
package app.vstrivia.local.bench.population;
