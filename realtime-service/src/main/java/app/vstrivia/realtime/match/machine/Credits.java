package app.vstrivia.realtime.match.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What licences ask to be said about who made something. It may give an answer away, so it is said with the solution. */
public final class Credits {
    /** Whoever gave it away asks for nothing. */
    private static final Pattern GIVEN_AWAY = Pattern.compile("cc0.*|.*public domain.*|pdm.*|unlicense.*|0bsd|wtfpl");

    /** Such a licence asks even where a file does not say for what. */
    private static final Pattern DEMANDING = Pattern.compile("cc[- ]by.*|odc-by.*|.*attribution.*");

    private Credits() {}

    /**
     * Of a question and its picture or video.
     *
     * @param licence null if it is not known, which asks for nothing
     * @param attribution null if none is known
     * @param mediaLicence null if that is the question's
     * @param mediaAttribution null if none is known
     * @return null if there is nothing to say
     */
    public static List<String> of(
            String source, String licence, String attribution, String mediaLicence, String mediaAttribution) {
        List<String> credits = new ArrayList<>();
        boolean demanding = licence != null && DEMANDING.matcher(plain(licence)).matches();
        add(credits, attribution == null && demanding ? source : attribution, licence);
        add(credits, mediaAttribution, mediaLicence == null ? licence : mediaLicence);
        return credits.isEmpty() ? null : List.copyOf(credits);
    }

    private static void add(List<String> credits, String who, String licence) {
        if (who == null || licence == null || GIVEN_AWAY.matcher(plain(licence)).matches()) {
            return;
        }
        String credit = who + " (" + licence + ")";
        if (!credits.contains(credit)) {
            credits.add(credit);
        }
    }

    private static String plain(String licence) {
        return licence.toLowerCase(Locale.ROOT).strip();
    }
}
