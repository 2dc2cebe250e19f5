/** Encryption on this side: AES-256 in GCM, in segments (Tink's streaming AEAD), with a file of keys. */
package app.vstrivia.backup.seal;
