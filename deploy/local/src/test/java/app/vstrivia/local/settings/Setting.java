package app.vstrivia.local.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One setting of our own.
 *
 * @param type as Java has it
 * @param fallback what it is unless somebody sets it; empty if it is nothing then, or must be set
 * @param optional whether it may be nothing
 * @param meaning Markdown, one line
 * @param module whose sources have it
 * @param changes what a service ships with instead, in words
 */
record Setting(
        String name,
        String type,
        Optional<String> fallback,
        boolean optional,
        String meaning,
        String module,
        List<String> changes) {

    String row() {
        return "| `%s` | %s | %s | %s | %s |".formatted(name, services(), plainType(), plainFallback(), meaning);
    }

    private String services() {
        return switch (module) {
            case "api-service" -> "API";
            case "realtime-service" -> "sockets";
            default -> "both";
        };
    }

    private String plainFallback() {
        String usual = fallback.map(value -> "`" + value + "`").orElse(optional ? "none" : "must be set");
        return changes.isEmpty() ? usual : usual + "; " + String.join(", ", changes);
    }

    private String plainType() {
        String inner = type.replaceAll("^Optional<(.*)>$", "$1");
        String element = inner.replaceAll("^(List|Set)<(.*)>$", "$2");
        String plain =
                switch (element) {
                    case "int", "long", "double", "float" -> "number";
                    case "boolean" -> "true or false";
                    case "String" -> "text";
                    case "URI" -> "address";
                    case "MemorySize" -> "size";
                    case "Duration" -> "duration";
                    default -> element.contains(", ") ? "one of " + element : element.toLowerCase(Locale.ROOT);
                };
        return element.equals(inner) ? plain : "list of " + plain;
    }
}
