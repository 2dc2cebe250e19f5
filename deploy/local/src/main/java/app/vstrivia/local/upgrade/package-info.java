/**
 * {@code deploy/local/upgrade}: rehearses a release under play, from an earlier build of the project to this one and back.
 */
package app.vstrivia.local.upgrade;
