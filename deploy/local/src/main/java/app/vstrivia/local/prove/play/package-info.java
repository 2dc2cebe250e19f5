/**
 * Players who play one match after the other, whatever happens to the system, and record all that they say and hear.
 */
package app.vstrivia.local.prove.play;
