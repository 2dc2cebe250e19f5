package app.vstrivia.api.question.format;

/** A question cannot be taken; thrown between the readers and the rules only. */
public final class Unfit extends Exception {
    private final transient Note note;

    public Unfit(String code, String reason) {
        super(reason, null, false, false);
        note = new Note(code, reason);
    }

    public Note note() {
        return note;
    }
}
