package app.vstrivia.api.question.format;

/**
 * Why something was repaired or refused.
 *
 * @param code stable, for programs
 * @param reason a sentence for people
 */
public record Note(String code, String reason) {}
