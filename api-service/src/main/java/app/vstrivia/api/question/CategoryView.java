package app.vstrivia.api.question;

/**
 * A category that has questions.
 *
 * @param id its slug
 * @param questions how many there are, of all languages and difficulties
 */
public record CategoryView(String id, String name, long questions) {}
