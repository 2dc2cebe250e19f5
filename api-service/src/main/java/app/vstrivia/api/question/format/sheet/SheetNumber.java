package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.Numbers;
import app.vstrivia.api.question.format.Unfit;
import org.dhatim.fastexcel.reader.Cell;

/** Numbers in cells. */
final class SheetNumber {
    private SheetNumber() {}

    /** What a person typed: 1990 is kept as 1990.0. A date is kept as a number of days, which nobody typed. */
    static String text(Cell cell) throws Unfit {
        String format = cell.getDataFormatString();
        if (format != null && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*]", "").matches("(?i).*[dmyhs].*")) {
            throw new Unfit("date", "a cell holds a date: write it as a text");
        }
        return Numbers.of(cell.getRawValue()).toPlainString();
    }
}
