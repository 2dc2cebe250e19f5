package app.vstrivia.api.question.exporting;

import app.vstrivia.api.question.format.ExportFormat;
import java.util.List;

/**
 * What an export holds.
 *
 * @param leftOut how many questions the format cannot say
 * @param findings the first of these
 */
public record ExportReport(ExportFormat format, int written, int leftOut, List<LeftOut> findings) {}
