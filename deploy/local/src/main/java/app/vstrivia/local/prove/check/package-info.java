/**
 * What must hold of all that clients said and heard, whatever was done to the system meanwhile. The checks read recorded
 * {@link app.vstrivia.local.prove.check.Entry entries}, as they come or from a file, and compare them with what the
 * database holds of each match afterwards ({@link app.vstrivia.local.prove.check.MatchFacts}).
 *
 * <p>Nothing here uses code of the services: a mistake there must not excuse itself.
 */
package app.vstrivia.local.prove.check;
