package app.vstrivia.realtime.session;

import app.vstrivia.model.id.PlayerId;

/**
 * Whose connection it is, by its access token.
 *
 * @param issued when the token was issued, in ms since 1970-01-01 UTC
 * @param expires when it expires, in ms since 1970-01-01 UTC
 */
public record Caller(PlayerId player, String device, long issued, long expires) {}
