package app.vstrivia.api.question;

/**
 * Where a question comes from and what may be done with it.
 *
 * @param attribution what has to be said about its makers; null if nothing
 */
public record Provenance(String source, String licence, String attribution) {}
