/**
 * Who does the arithmetic of signatures. Nothing else knows: keys and signatures are asked for as the JDK has it.
 *
 * <p>What must never happen: a service that does not start because a platform has no native library.
 */
package app.vstrivia.model.crypto;
