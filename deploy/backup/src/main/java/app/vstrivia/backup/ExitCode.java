package app.vstrivia.backup;

/** How a command ends; {@code --help} lists them. */
public enum ExitCode {
    OK(0),
    FAILED(1),
    USAGE(2),
    NOT_EMPTY(3),
    NO_BACKUP(4),
    GAP(5),
    KEY(6);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
