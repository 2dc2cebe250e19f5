/**
 * One shape for every error: {@code application/problem+json} (RFC 9457) with a stable member {@code code}.
 *
 * <p>Features declare their exceptions as subclasses of {@link app.vstrivia.api.platform.problem.ApiProblem} and carry
 * the code themselves; {@code ProblemCodes} gives the framework's own errors their codes. {@link
 * app.vstrivia.api.platform.problem.ProblemCode} is the catalogue of all of them.
 *
 * <p>What must never happen: an answer that shows something of the inside (class names, SQL, stack traces).
 */
package app.vstrivia.api.platform.problem;
