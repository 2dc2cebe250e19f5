/**
 * Rooms: a host opens one, players come by its PIN, the host directs it. The match itself belongs to {@link
 * app.vstrivia.api.match}; this package knows PINs and who may do what when.
 *
 * <p>What must never happen: somebody who is not the host directs a room, or somebody who was kicked comes back.
 */
package app.vstrivia.api.room;
