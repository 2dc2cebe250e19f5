/** Keeps the AsyncAPI document true: compares it with the types of the wire, the golden files and a running service. */
package app.vstrivia.realtime.protocol;
