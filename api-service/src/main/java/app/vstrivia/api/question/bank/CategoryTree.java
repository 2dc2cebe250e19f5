package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.CategoryTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Some categories with all that are wider: the names by slugs. The slug of a narrower one begins with that of the wider and a dot. */
record CategoryTree(Map<String, String> names) {
    /** The slugs from a category's own to that of the widest one that it belongs to. */
    static List<String> path(String slug) {
        List<String> path = new ArrayList<>();
        for (String at = slug; at != null; at = wider(at)) {
            path.add(at);
        }
        return path;
    }

    CategoryTag tag(String slug) {
        String wider = wider(slug);
        return new CategoryTag(slug, names.get(slug), wider == null ? null : tag(wider));
    }

    private static String wider(String slug) {
        int dot = slug.lastIndexOf('.');
        return dot < 0 ? null : slug.substring(0, dot);
    }
}
