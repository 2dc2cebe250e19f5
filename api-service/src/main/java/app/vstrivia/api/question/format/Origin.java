package app.vstrivia.api.question.format;

/** What is the same for all questions of a file that do not say it themselves. */
public record Origin(String source, String licence, Defaults defaults) {
    /** What who imports says of the file goes before what is known of its format. */
    public static Origin of(Defaults defaults, String source, String licence) {
        return new Origin(
                defaults.source() == null ? source : defaults.source(),
                defaults.licence() == null ? licence : defaults.licence(),
                defaults);
    }

    /** Of a format that anybody may have written in. */
    public static Origin of(Defaults defaults) {
        return of(defaults, "imported", "unknown");
    }
}
