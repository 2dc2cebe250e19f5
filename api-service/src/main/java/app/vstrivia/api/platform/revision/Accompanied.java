package app.vstrivia.api.platform.revision;

/** A view that goes with something which is told once and belongs to no revision. */
public interface Accompanied {
    /** The view alone, of which the tag is made. */
    Object alone();
}
