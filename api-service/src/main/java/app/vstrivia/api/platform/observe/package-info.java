/** What the API and the jobs tell Prometheus: {@link app.vstrivia.api.platform.observe.ApiMetric} lists it. */
package app.vstrivia.api.platform.observe;
