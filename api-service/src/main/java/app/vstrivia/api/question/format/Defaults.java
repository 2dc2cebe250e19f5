package app.vstrivia.api.question.format;

import app.vstrivia.api.question.CategoryTag;

/**
 * What counts where a file does not say it.
 *
 * @param category of questions that name none
 * @param language a BCP 47 tag in lower case
 */
public record Defaults(CategoryTag category, String language) {}
