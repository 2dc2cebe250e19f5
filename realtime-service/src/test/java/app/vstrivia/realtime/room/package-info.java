/** What must hold in rooms of many. */
package app.vstrivia.realtime.room;
