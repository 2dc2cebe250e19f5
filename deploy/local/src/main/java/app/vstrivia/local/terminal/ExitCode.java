package app.vstrivia.local.terminal;

/** How a command ends; {@code --help} lists them. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    PORT_IN_USE(3),
    ALREADY_RUNNING(4),
    NOT_RUNNING(5),
    NO_ROOM(6);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
