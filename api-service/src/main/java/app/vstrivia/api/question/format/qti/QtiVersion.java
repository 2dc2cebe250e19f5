package app.vstrivia.api.question.format.qti;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the versions of QTI call things; code has the names of 2.1. */
enum QtiVersion {
    TWO(
            "http://www.imsglobal.org/xsd/imsqti_v2p1",
            "imsqti_item_xmlv2p1",
            "http://www.imsglobal.org/question/qti_v2p1/rptemplates/%s",
            "http://www.imsglobal.org/xsd/imscp_v1p1",
            "IMS Content",
            "1.1"),
    THREE(
            "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
            "imsqti_item_xmlv3p0",
            "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/%s.xml",
            "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
            "QTI Package",
            "3.0.0");

    private static final Set<String> HTML = Set.of("p", "img", "br");
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])[A-Z]");

    /** The namespace of items. */
    final String items;
    /** The type of a resource that is an item. */
    final String type;

    private final String templates;
    /** The namespace of the manifest. */
    final String manifest;

    final String schema;
    final String schemaVersion;

    QtiVersion(String items, String type, String templates, String manifest, String schema, String schemaVersion) {
        this.items = items;
        this.type = type;
        this.templates = templates;
        this.manifest = manifest;
        this.schema = schema;
        this.schemaVersion = schemaVersion;
    }

    /** The address of a way to score. */
    String template(String name) {
        return templates.formatted(name);
    }

    /** In an item, for the name of 2.1. */
    String element(String name) {
        return this == TWO || HTML.contains(name) ? name : "qti-" + dashed(name);
    }

    /** In an item, for the name of 2.1. */
    String attribute(String name) {
        return this == TWO ? name : dashed(name);
    }

    private static String dashed(String name) {
        return CAPITAL.matcher(name).replaceAll(found -> "-" + found.group().toLowerCase(Locale.ROOT));
    }
}
