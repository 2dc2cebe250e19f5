/**
 * What both services look at before they start in production ({@code trivia.production=true}). Which settings they are
 * each service lists in its own {@code ProductionReadiness}.
 *
 * <p>What must never happen: a finding that shows the value of a secret.
 */
package app.vstrivia.model.production;
