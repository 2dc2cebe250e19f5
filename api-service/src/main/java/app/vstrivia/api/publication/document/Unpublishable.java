package app.vstrivia.api.publication.document;

/** Why a quiz cannot be published as it is: its author has to change something. */
public final class Unpublishable extends RuntimeException {
    private final String problem;

    /**
     * @param problem a code, lower case with hyphens
     * @param detail for people
     */
    public Unpublishable(String problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    public String problem() {
        return problem;
    }
}
