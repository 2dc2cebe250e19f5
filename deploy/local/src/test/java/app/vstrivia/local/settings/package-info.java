/** The reference of all settings, made from the sources: {@code deploy/settings.md}. */
package app.vstrivia.local.settings;
