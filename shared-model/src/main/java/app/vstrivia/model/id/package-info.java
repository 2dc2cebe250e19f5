/** Typed identifiers, so that a match cannot be passed where a player is meant. All are UUIDv7: they sort by creation. */
package app.vstrivia.model.id;
