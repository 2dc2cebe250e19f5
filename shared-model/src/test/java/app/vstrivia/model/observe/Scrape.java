package app.vstrivia.model.observe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code /q/metrics} says. */
public final class Scrape {
    private static final Pattern LINE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[^}]*})? ");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"");
    private static final List<String> PARTS = List.of("_count", "_sum", "_max", "_bucket");

    /** By name: the names of the labels. */
    private final Map<String, Set<String>> figures = new TreeMap<>();

    public Scrape(String text) {
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            Set<String> labels = figures.computeIfAbsent(lines.group(1), name -> new TreeSet<>());
            Matcher label = LABEL.matcher(lines.group(2) == null ? "" : lines.group(2));
            while (label.find()) {
                labels.add(label.group(1));
            }
        }
    }

    /** All names. */
    public Set<String> names() {
        return figures.keySet();
    }

    /** Those that begin with {@code trivia_} and are in no list, or have other labels than there. */
    public List<String> unlisted(Metric[]... lists) {
        Map<String, Metric> known = Arrays.stream(lists)
                .flatMap(Stream::of)
                .collect(Collectors.toMap(metric -> metric.figure().exposed(), Function.identity()));
        return figures.keySet().stream()
                .filter(name -> name.startsWith("trivia_"))
                .filter(name -> !fits(name, known))
                .map(name -> name + figures.get(name))
                .toList();
    }

    private boolean fits(String name, Map<String, Metric> known) {
        Metric exact = known.get(name);
        if (exact != null) {
            return figures.get(name).equals(Set.copyOf(exact.figure().tags()));
        }
        return PARTS.stream().filter(name::endsWith).anyMatch(part -> {
            Metric whole = known.get(name.substring(0, name.length() - part.length()));
            Set<String> labels = new TreeSet<>(figures.get(name));
            labels.remove("le");
            return whole != null && labels.equals(Set.copyOf(whole.figure().tags()));
        });
    }
}
