package app.vstrivia.api.question.format.archive;

import java.util.Arrays;

/** The names of files in a zip. */
final class EntryName {
    private static final int LONGEST = 255;

    private EntryName() {}

    /** Whether the name stays below the folder that the zip stands for, on every system. */
    static boolean isSafe(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= LONGEST
                && !name.startsWith("/")
                && name.chars().noneMatch(sign -> sign < ' ' || sign == '\\' || sign == ':');
        return plain && Arrays.stream(name.split("/")).noneMatch(part -> part.equals("..") || part.equals("."));
    }
}
