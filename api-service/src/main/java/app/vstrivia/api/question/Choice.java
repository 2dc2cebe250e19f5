package app.vstrivia.api.question;

/** One possible answer of a question. */
public record Choice(String text, boolean correct) {}
