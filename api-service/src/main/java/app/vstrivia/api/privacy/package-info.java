/**
 * What people may ask for about what is known of them: to have it ({@link app.vstrivia.api.privacy.export}), and to be
 * forgotten ({@link app.vstrivia.api.privacy.erasure}); and how long the rest is kept ({@link
 * app.vstrivia.api.privacy.retention}).
 *
 * <p>These are the only places that know the tables of all features: each has one list, so that what is missing is
 * seen. Tests hold the lists against the tables that there are.
 */
package app.vstrivia.api.privacy;
