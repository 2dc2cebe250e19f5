package app.vstrivia.realtime.wire;

/** Whoever listens at a wire. All calls come from the wire's event loop, one after another, and must not block. */
public interface WireListener {
    /** A text message has come in; in UTF-8, if the peer keeps to the standard. */
    void heard(byte[] message);

    /** Something came in that is no text. */
    void heardNoText();

    /** The echo of {@link Wire#ping} has come in. */
    void echoed();

    /** The connection is gone, for whatever reason; the last call. */
    void closed();
}
