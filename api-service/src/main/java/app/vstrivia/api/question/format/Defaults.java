package app.vstrivia.api.question.format;

import app.vstrivia.api.question.CategoryTag;

/**
 * What counts where a file does not say it.
 *
 * @param category of questions that name none
 * @param language a BCP 47 tag in lower case
 * @param source null to take what the format says
 * @param licence null to take what the format says
 */
public record Defaults(CategoryTag category, String language, String source, String licence) {
    public Defaults(CategoryTag category, String language) {
        this(category, language, null, null);
    }
}
