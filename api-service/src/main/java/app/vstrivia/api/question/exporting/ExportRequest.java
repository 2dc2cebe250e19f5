package app.vstrivia.api.question.exporting;

import app.vstrivia.api.question.bank.BankFilter;
import app.vstrivia.api.question.format.ExportFormat;

/** What to write, and how. */
public record ExportRequest(ExportFormat format, BankFilter filter) {}
