package app.vstrivia.api.question.format;

/** A question cannot be taken; thrown inside the rules only. */
final class Unfit extends Exception {
    private final transient Note note;

    Unfit(String code, String reason) {
        super(reason, null, false, false);
        note = new Note(code, reason);
    }

    Note note() {
        return note;
    }
}
