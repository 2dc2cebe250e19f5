package app.vstrivia.api.question.format;

import java.util.List;

/** A question as a file gives it, before anything is checked. What is not set, the file does not say. */
public final class RawQuestion {
    final RawBody body;
    final String text;
    final Origin origin;
    String explanation;
    List<String> category = List.of();
    List<String> tags = List.of();
    String difficulty;
    String language;
    String timeLimit;
    String status;
    String mediaKind;
    String mediaReference;
    String mediaContent;
    String mediaAlternative;
    String mediaLicence;
    String mediaAttribution;
    String source;
    String licence;
    String attribution;

    public RawQuestion(RawBody body, String text, Origin origin) {
        this.body = body;
        this.text = text;
        this.origin = origin;
    }

    public RawQuestion explanation(String value) {
        explanation = value;
        return this;
    }

    public RawQuestion category(String value) {
        return category(value == null || value.isBlank() ? List.of() : List.of(value));
    }

    /** The widest first. */
    public RawQuestion category(List<String> path) {
        category = path;
        return this;
    }

    public RawQuestion tags(List<String> value) {
        tags = value;
        return this;
    }

    public RawQuestion difficulty(String value) {
        difficulty = value;
        return this;
    }

    public RawQuestion language(String value) {
        language = value;
        return this;
    }

    /** In seconds. */
    public RawQuestion timeLimit(String value) {
        timeLimit = value;
        return this;
    }

    /** What it was where the file comes from. */
    public RawQuestion status(String value) {
        status = value;
        return this;
    }

    public RawQuestion media(String kind, String reference) {
        mediaKind = kind;
        mediaReference = reference;
        return this;
    }

    /** By which the medium is known; see {@code MediaRef}. */
    public RawQuestion mediaContent(String value) {
        mediaContent = value;
        return this;
    }

    public RawQuestion mediaCaption(String alternative, String itsLicence, String itsAttribution) {
        mediaAlternative = alternative;
        mediaLicence = itsLicence;
        mediaAttribution = itsAttribution;
        return this;
    }

    public RawQuestion provenance(String itsSource, String itsLicence, String itsAttribution) {
        source = itsSource;
        licence = itsLicence;
        attribution = itsAttribution;
        return this;
    }
}
