package app.vstrivia.api.identity;

import java.text.Normalizer;

/**
 * The name that others see: {@value #MIN} to {@value #MAX} code points in Unicode's composed form (NFC), with a letter
 * or digit among them. What cannot be seen or turns the text around it (control, format and bidirectional characters,
 * line separators), and what means nothing (unassigned, private use, lone surrogates), is refused.
 */
record DisplayName(String text) {
    static final int MIN = 3;
    static final int MAX = 24;

    /** @throws InvalidName if {@code given} breaks a rule */
    static DisplayName parse(String given) {
        if (given == null) {
            throw new InvalidName("must be given");
        }
        String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (!name.codePoints().allMatch(DisplayName::visible)) {
            throw new InvalidName("must not hold invisible or unassigned characters");
        }
        name = name.replaceAll("\\p{Zs}+", " ").strip();
        int length = name.codePointCount(0, name.length());
        if (length < MIN || length > MAX) {
            throw new InvalidName("must have " + MIN + " to " + MAX + " characters");
        }
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new InvalidName("must hold a letter or a digit");
        }
        return new DisplayName(name);
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
