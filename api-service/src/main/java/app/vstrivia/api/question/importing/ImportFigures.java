package app.vstrivia.api.question.importing;

/**
 * What became of the items of a file so far: {@code read = added + duplicates + refused}, once what was read has been dealt
 * with.
 *
 * @param listed findings that are listed
 * @param omitted those that are counted but not listed
 */
public record ImportFigures(
        int read, int added, int duplicates, int repaired, int lookAlikes, int refused, int listed, int omitted) {
    /** Before the first item. */
    public static final ImportFigures NONE = new ImportFigures(0, 0, 0, 0, 0, 0, 0, 0);
}
