package app.vstrivia.api.question.format;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Language;

/**
 * What counts where a file does not say it.
 *
 * @param category of questions that name none
 * @param language a BCP 47 tag in lower case
 * @param source null to take what the format says
 * @param licence null to take what the format says
 */
public record Defaults(CategoryTag category, String language, String source, String licence) {
    /** @throws UnreadableFile if the language is no tag */
    public Defaults {
        try {
            language = Language.checked(language);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile(1, "The language must be a tag such as en or pt-br.");
        }
    }

    public Defaults(CategoryTag category, String language) {
        this(category, language, null, null);
    }
}
