package app.vstrivia.api.question.format;

import app.vstrivia.api.question.MediaRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pictures that a file names by their addresses, under names that questions may refer to. An address is none itself: a question
 * never leads its players elsewhere.
 */
public final class WebPictures {
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S{1,1990}");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    /** Whether it is an address of the web. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /**
     * What a question refers to it by.
     *
     * @throws Unfit if it is no address of the web
     */
    public String reference(String address) throws Unfit {
        String plain = address.strip();
        if (!isAddress(plain)) {
            throw Media.leftBehind();
        }
        String name = names.computeIfAbsent(plain, any -> "media/web-" + (names.size() + 1));
        addresses.put(name, plain);
        return name;
    }

    /** The address that a question refers to; empty if it refers to something else. */
    public Optional<String> address(MediaRef media) {
        return Optional.ofNullable(addresses.get(media.reference()));
    }
}
