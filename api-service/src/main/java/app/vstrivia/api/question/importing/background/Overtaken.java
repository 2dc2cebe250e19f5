package app.vstrivia.api.question.importing.background;

/** The import was cancelled, or another worker has done the step: this run ends without a trace. */
final class Overtaken extends RuntimeException {
    Overtaken() {
        super("the import was cancelled, or goes on elsewhere", null, false, false);
    }
}
