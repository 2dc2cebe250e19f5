/**
 * Rooms: a host opens one, players come by its PIN, the host directs it. The match itself belongs to {@link
 * app.vstrivia.api.match}; this package knows PINs and who may do what when.
 *
 * <p>A room draws its questions at the start, or plays the version of a published quiz that was fixed when it was opened. The
 * match has a copy of all that it asks, from the start on.
 *
 * <p>What must never happen: somebody who is not the host directs a room, somebody who was kicked comes back, or a room plays
 * another version than it was opened with.
 */
package app.vstrivia.api.room;
