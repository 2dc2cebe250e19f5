package app.vstrivia.api.question.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/** How Open Trivia DB wrote the texts of a question. It does not say so, but each way leaves its marks. */
enum OpenTriviaDbEncoding {
    /** HTML entities, the default. */
    HTML {
        @Override
        String decode(String text) {
            return StringEscapeUtils.unescapeHtml4(text).replace("&apos;", "'");
        }
    },
    /** Percent-encoding as in RFC 3986; the older variant with a plus for a space is understood as well. */
    URL {
        @Override
        String decode(String text) throws Unfit {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new Unfit("bad-encoding", "the percent-encoding is not valid");
            }
        }
    },
    /** Base64 of UTF-8. */
    BASE64 {
        @Override
        String decode(String text) throws Unfit {
            try {
                String decoded = LineDecoder.utf8(Base64.getDecoder().decode(text));
                if (decoded != null) {
                    return decoded;
                }
            } catch (IllegalArgumentException e) {
                // said below
            }
            throw new Unfit("bad-encoding", "the Base64 is not valid");
        }
    };

    private static final Pattern PERCENT = Pattern.compile("(?:[A-Za-z0-9_.~*+-]|%[0-9A-Fa-f]{2})*");

    /** {@code multiple} and {@code boolean} in Base64. */
    private static final List<String> BASE64_TYPES = List.of("bXVsdGlwbGU=", "Ym9vbGVhbg==");

    /** The encoding of one question. */
    static OpenTriviaDbEncoding of(String type, String question, String answer, List<String> others) {
        if (BASE64_TYPES.contains(type)) {
            return BASE64;
        }
        List<String> texts =
                Stream.concat(Stream.of(question, answer), others.stream()).toList();
        boolean percent = texts.stream().allMatch(text -> PERCENT.matcher(text).matches())
                && texts.stream().anyMatch(text -> text.indexOf('%') >= 0 || text.indexOf('+') >= 0);
        return percent ? URL : HTML;
    }

    abstract String decode(String text) throws Unfit;
}
