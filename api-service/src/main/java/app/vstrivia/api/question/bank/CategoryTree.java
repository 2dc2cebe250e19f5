package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.CategoryTag;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All categories, by id. There are hundreds, not thousands. */
record CategoryTree(Map<Integer, Node> nodes) {
    /** @param parent the id of the wider one; null for none */
    record Node(String slug, String name, Integer parent) {}

    CategoryTag tag(int id) {
        Node node = nodes.get(id);
        return new CategoryTag(node.slug(), node.name(), node.parent() == null ? null : tag(node.parent()));
    }

    /** The category of that slug and all that belong to it; empty if there is none. */
    Set<Integer> below(String slug) {
        Set<Integer> below = new HashSet<>();
        nodes.forEach((id, node) -> {
            if (isWithin(node, slug)) {
                below.add(id);
            }
        });
        return below;
    }

    private boolean isWithin(Node node, String slug) {
        return node.slug().equals(slug) || node.parent() != null && isWithin(nodes.get(node.parent()), slug);
    }
}
