/**
 * Figures for Prometheus. A service has one enum that lists its own ({@link app.vstrivia.model.observe.Metric}); those that
 * both have stand in {@link app.vstrivia.model.observe.SharedMetric}. Nothing is counted that is not in one of the lists, and
 * {@code deploy/observability/metrics.md} is made from them.
 *
 * <p>What must never happen: a tag whose values have no bound, such as an id.
 */
package app.vstrivia.model.observe;
