package app.vstrivia.api.platform.outbound;

/** The address is none to which a request may go. What the name means is not in here: it may tell of our network. */
public final class DestinationRefused extends RuntimeException {
    DestinationRefused() {
        super("no http or https address that everybody can reach", null, false, false);
    }
}
