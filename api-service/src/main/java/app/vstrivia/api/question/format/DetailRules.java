package app.vstrivia.api.question.format;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Language;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is said about a question beside what is asked. */
final class DetailRules {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ATTRIBUTION = 500;

    private DetailRules() {}

    static CategoryTag category(RawQuestion raw) throws Unfit {
        if (raw.category.isEmpty()) {
            return raw.origin.defaults().category();
        }
        List<String> path = new ArrayList<>();
        for (String name : raw.category) {
            path.add(CleanText.line(name, new LinkedHashSet<>()));
        }
        try {
            return CategoryTag.path(path);
        } catch (IllegalArgumentException e) {
            throw new Unfit("bad-category", e.getMessage());
        }
    }

    static List<String> tags(List<String> raw, Set<Note> repairs) throws Unfit {
        Set<String> tags = new LinkedHashSet<>();
        for (String tag : raw) {
            String clean = CleanText.line(tag, repairs).toLowerCase(Locale.ROOT);
            if (clean.length() > QuestionTag.LONGEST) {
                throw new Unfit("tag-too-long", "a tag has more than " + QuestionTag.LONGEST + " characters");
            }
            if (!clean.isEmpty()) {
                tags.add(clean);
            }
        }
        if (tags.size() > QuestionTag.MOST) {
            throw new Unfit("too-many-tags", "there are more than " + QuestionTag.MOST + " tags");
        }
        return List.copyOf(tags);
    }

    static String language(RawQuestion raw) throws Unfit {
        if (raw.language == null || raw.language.isBlank()) {
            return raw.origin.defaults().language();
        }
        try {
            return Language.checked(raw.language);
        } catch (IllegalArgumentException e) {
            throw new Unfit("bad-language", e.getMessage());
        }
    }

    static MediaRef media(RawQuestion raw, Set<Note> repairs) throws Unfit {
        if (raw.mediaReference == null || raw.mediaReference.isBlank()) {
            return null;
        }
        MediaRef.Kind kind = raw.mediaKind == null
                ? MediaRef.Kind.PICTURE
                : MediaRef.Kind.of(raw.mediaKind)
                        .orElseThrow(() -> new Unfit("bad-media", "the kinds of media are picture and video"));
        try {
            return new MediaRef(
                    kind,
                    raw.mediaReference.strip(),
                    raw.mediaContent == null || raw.mediaContent.isBlank() ? null : raw.mediaContent.strip(),
                    caption(raw, repairs));
        } catch (IllegalArgumentException e) {
            throw new Unfit("bad-media", e.getMessage());
        }
    }

    private static MediaCaption caption(RawQuestion raw, Set<Note> repairs) throws Unfit {
        return new MediaCaption(
                bounded(raw.mediaAlternative, null, LONGEST_ATTRIBUTION, repairs),
                bounded(raw.mediaLicence, null, LONGEST_NAME, repairs),
                bounded(raw.mediaAttribution, null, LONGEST_ATTRIBUTION, repairs));
    }

    static Provenance provenance(RawQuestion raw, Set<Note> repairs) throws Unfit {
        return new Provenance(
                bounded(raw.source, raw.origin.source(), LONGEST_NAME, repairs),
                bounded(raw.licence, raw.origin.licence(), LONGEST_NAME, repairs),
                bounded(raw.attribution, null, LONGEST_ATTRIBUTION, repairs));
    }

    private static String bounded(String raw, String otherwise, int longest, Set<Note> repairs) throws Unfit {
        if (raw == null || raw.isBlank()) {
            return otherwise;
        }
        String text = CleanText.line(raw, repairs);
        if (text.length() > longest) {
            throw new Unfit(
                    "bad-origin", "source and licence have up to 100 characters, an attribution or alternative 500");
        }
        return text;
    }
}
