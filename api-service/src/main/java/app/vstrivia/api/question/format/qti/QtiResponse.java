package app.vstrivia.api.question.format.qti;

import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.Unfit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is right.
 *
 * @param processing how the item scores, where a tolerance stands
 */
record QtiResponse(XmlNode declaration, XmlNode processing) {
    static QtiResponse of(XmlNode item, String identifier) throws Unfit {
        XmlNode declaration = item.children("responseDeclaration")
                .filter(node -> node.attribute("identifier").equals(identifier))
                .findFirst()
                .orElseThrow(() -> new Unfit("answer-missing", "the item does not declare its response"));
        return new QtiResponse(declaration, item.child("responseProcessing").orElse(XmlNode.text("")));
    }

    String cardinality() {
        return declaration.attribute("cardinality");
    }

    boolean isNumber() {
        return declaration.attribute("baseType").matches("integer|float");
    }

    /** The right values in their order. */
    List<String> values() throws Unfit {
        XmlNode correct = declaration
                .child("correctResponse")
                .orElseThrow(() -> new Unfit("answer-missing", "the item does not say what is right"));
        List<String> values = new ArrayList<>();
        for (XmlNode value : correct.children("value").toList()) {
            values.add(QtiText.of(value));
        }
        return values;
    }

    /** What is right, and what scores as much as it. */
    List<String> accepted() throws Unfit {
        Set<String> accepted = new LinkedHashSet<>(values());
        List<XmlNode> entries = declaration.all("mapEntry").toList();
        double best = entries.stream().mapToDouble(QtiResponse::score).max().orElse(0);
        entries.stream()
                .filter(entry -> best > 0 && score(entry) == best)
                .forEach(entry -> accepted.add(entry.attribute("mapKey")));
        return List.copyOf(accepted);
    }

    RawBody.Number number() throws Unfit {
        List<String> values = values();
        if (values.size() != 1) {
            throw new Unfit("several-answers", "there must be one right number");
        }
        return new RawBody.Number(values.get(0), tolerance(), null);
    }

    /** An absolute tolerance to both sides; anything else is not ours to convert. */
    private String tolerance() throws Unfit {
        List<XmlNode> comparisons = processing.all("equal").toList();
        if (comparisons.isEmpty()
                || comparisons.get(0).attribute("toleranceMode").matches("|exact")) {
            return null;
        }
        String[] bounds = comparisons.get(0).attribute("tolerance").strip().split("\\s+");
        boolean even = bounds.length == 1 || bounds.length == 2 && bounds[0].equals(bounds[1]);
        if (!comparisons.get(0).attribute("toleranceMode").equals("absolute") || !even) {
            throw new Unfit("unsupported-tolerance", "only an absolute tolerance to both sides is supported");
        }
        return bounds[0];
    }

    private static double score(XmlNode entry) {
        try {
            return Double.parseDouble(entry.attribute("mappedValue"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
