/**
 * Channels of Valkey, as both services listen to them.
 *
 * <p>What is said there may be lost: it only makes something happen sooner that would happen anyway.
 */
package app.vstrivia.model.valkey;
