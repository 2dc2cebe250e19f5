package app.vstrivia.model.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What has to be said about who made something. It may give an answer away, so it is said with the solution, or apart from the
 * questions.
 */
public final class Credits {
    /** Whoever gave it away asks for nothing; to be looked for first, as the names of some such licences have those of others in them. */
    private static final Pattern GIVEN_AWAY = Pattern.compile(
            "\\b(cc|creative[ _-]?commons)[ _-]?(0|zero)|public[ _-]domain|creativecommons\\.org/publicdomain|\\bpdm\\b"
                    + "|\\bpddc\\b|\\bpddl\\b|\\bunlicense\\b|\\b0bsd\\b|\\bwtfpl\\b");

    /**
     * Such a licence asks for a name or a notice wherever the thing is shown or handed on, also where a file does not say whose: all of
     * Creative Commons but zero, those of open data, of documents and art, of governments, and those of software, whose notices go along
     * with every copy.
     */
    private static final Pattern DEMANDING =
            Pattern.compile("\\bcc(by)?([ _-]?(sa|nc|nd))*(?![a-z])|creative[ _-]?commons"
                    + "|\\bby[ _-](sa|nc|nd)\\b|attribution|namensnennung|\\bodbl\\b|open database licen[cs]e|\\bodc[ _-]by\\b"
                    + "|\\bgfdl\\b|gnu free documentation|free art licen[cs]e|licence art libre|\\bdl-de[/-]by"
                    + "|\\bogl\\b|open government licen[cs]e|licence ouverte|\\betalab\\b"
                    + "|\\b(mit|isc|apache|bsd|mpl|eupl|artistic)\\b|\\b[al]?gpl");

    private Credits() {}

    /**
     * Of a question and its picture or video. Where nobody is named whom the licence wants named, the source is, and without one the
     * licence alone.
     *
     * @param source where the question is from; null if it is not known
     * @param licence null if it is not known, which asks for nothing
     * @param attribution what the author says has to be said; null if that is nothing
     * @param mediaLicence null if that is the question's
     * @param mediaAttribution the same for the picture or video
     * @return null if there is nothing to say
     */
    public static List<String> of(
            String source, String licence, String attribution, String mediaLicence, String mediaAttribution) {
        List<String> credits = new ArrayList<>();
        add(credits, source, attribution, licence);
        if (mediaLicence != null) {
            add(credits, source, mediaAttribution, mediaLicence);
        } else if (mediaAttribution != null) {
            add(credits, source, mediaAttribution, licence);
        }
        return credits.isEmpty() ? null : List.copyOf(credits);
    }

    private static void add(List<String> credits, String source, String attribution, String licence) {
        String plain = licence == null ? "" : licence.toLowerCase(Locale.ROOT);
        if (GIVEN_AWAY.matcher(plain).find()) {
            return;
        }
        boolean demanding = DEMANDING.matcher(plain).find();
        String who = attribution == null && demanding ? source : attribution;
        if (who == null && !demanding) {
            return;
        }
        String credit = who == null ? licence : licence == null ? who : who + " (" + licence + ")";
        if (!credits.contains(credit)) {
            credits.add(credit);
        }
    }
}
