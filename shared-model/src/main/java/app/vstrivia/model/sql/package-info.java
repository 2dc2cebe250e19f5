/** How both services bind parameters; what they ask stands in their stores. */
package app.vstrivia.model.sql;
