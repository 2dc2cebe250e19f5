/** What the sockets and the engine tell Prometheus: {@link app.vstrivia.realtime.platform.observe.RealtimeMetric} lists it. */
package app.vstrivia.realtime.platform.observe;
