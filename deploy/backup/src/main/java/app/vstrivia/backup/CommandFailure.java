package app.vstrivia.backup;

/** The command cannot do what it was asked to. The message is for the user: a sentence that says what to do. */
public final class CommandFailure extends RuntimeException {
    private final ExitCode exitCode;

    public CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
