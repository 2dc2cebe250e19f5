/** Imports question files into a running system, as an operator, and shows how that goes. */
package app.vstrivia.local.importing;
