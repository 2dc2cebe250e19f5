/** How many may do something at once: {@code Bulkhead} lets the others wait, {@code Seats} sends them away. */
package app.vstrivia.api.platform.bulkhead;
