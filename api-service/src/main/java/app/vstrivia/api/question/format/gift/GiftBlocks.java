package app.vstrivia.api.question.format.gift;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.format.LineReader;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.SourceLine;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a GIFT file, with the category and the tags that the lines between them give. */
final class GiftBlocks implements Closeable {
    private static final int LONGEST = 64 * 1024;
    private static final Pattern TAG = Pattern.compile("\\[tag:([^\\]]+)]");

    /** What Moodle puts before the names of categories. */
    private static final Set<String> CONTEXTS = Set.of("$course$", "$system$", "$module$", "$cat1$", "top");

    private final LineReader lines;
    private final StringBuilder text = new StringBuilder();
    private final Set<Note> repairs = new LinkedHashSet<>();
    private List<String> category = List.of();
    private List<String> tags = new ArrayList<>();
    private Note damage;
    private int first;

    GiftBlocks(LineReader lines) {
        this.lines = lines;
    }

    /** The next block, or null after the last one. */
    GiftBlock next() throws IOException {
        for (SourceLine line = lines.next(); line != null; line = lines.next()) {
            String stripped = line.text().strip();
            if (stripped.startsWith("//")) {
                Matcher tag = TAG.matcher(stripped);
                while (tag.find()) {
                    tags.add(tag.group(1));
                }
            } else if (stripped.startsWith("$CATEGORY:")) {
                category = path(stripped.substring("$CATEGORY:".length()));
            } else if (!stripped.isEmpty()) {
                take(line);
            } else if (first > 0) {
                return block();
            }
        }
        return first > 0 ? block() : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void take(SourceLine line) {
        first = first > 0 ? first : line.number();
        if (line.repair() != null) {
            repairs.add(line.repair());
        }
        if (damage == null) {
            damage = line.damage();
        }
        if (text.length() + line.text().length() > LONGEST) {
            damage = damage != null
                    ? damage
                    : new Note("question-too-long", "there are more than 64 KB without a blank line");
            return;
        }
        text.append(text.isEmpty() ? "" : "\n").append(line.text());
    }

    private GiftBlock block() {
        GiftBlock block = new GiftBlock(first, text.toString(), category, tags, Set.copyOf(repairs), damage);
        first = 0;
        text.setLength(0);
        repairs.clear();
        tags = new ArrayList<>();
        damage = null;
        return block;
    }

    /** The narrowest names, as many as we keep; two slashes are one within a name. */
    private static List<String> path(String line) {
        List<String> names = Arrays.stream(line.strip().replace("//", "\0").split("/"))
                .map(name -> name.replace('\0', '/').strip())
                .filter(name -> !name.isEmpty())
                .dropWhile(CONTEXTS::contains)
                .toList();
        return names.subList(Math.max(0, names.size() - CategoryTag.DEEPEST), names.size());
    }
}
