package app.vstrivia.local.importing;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import app.vstrivia.local.token.AdminToken;
import app.vstrivia.local.token.SigningKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Imports files one after the other and prints what became of each. */
public final class Importer {
    private final Terminal terminal;
    private final FileUpload upload;
    private final SigningKey key;

    public Importer(Terminal terminal, URI api, Path signingKeyFile) throws IOException {
        this.terminal = terminal;
        this.upload = new FileUpload(api);
        this.key = SigningKey.read(signingKeyFile);
    }

    /** All of them are looked at before the first one is sent. */
    public static void check(List<Path> files) {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new CommandFailure(ExitCode.USAGE, "There is no file " + file + ".");
            }
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new CommandFailure(ExitCode.USAGE, file + " is not a file that can be read.");
            }
        }
    }

    /**
     * @param findings how many findings to print for each file
     * @throws CommandFailure if nothing of what was asked for is in the bank now
     */
    public List<ImportReport> importFiles(List<Path> files, String format, String category, int findings)
            throws InterruptedException {
        check(files);
        List<ImportReport> reports = new ArrayList<>();
        for (Path file : files) {
            try {
                reports.add(importFile(file, format, category, findings));
            } catch (CommandFailure failure) {
                terminal.line("  " + terminal.red("✘") + " " + failure.getMessage());
            } catch (IOException failure) {
                terminal.line("  " + terminal.red("✘") + " " + file + " was not imported: " + failure);
            }
        }
        if (files.size() > 1) {
            total(reports);
        }
        if (reports.stream().noneMatch(ImportReport::good)) {
            throw new CommandFailure(ExitCode.FAILED, "No question was imported.");
        }
        return reports;
    }

    private ImportReport importFile(Path file, String format, String category, int findings)
            throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        String token = AdminToken.mint(key, Instant.now());
        ImportReport report = upload.send(file, format, category, token, progress -> progress(name, progress));
        terminal.line(String.format(
                Locale.ROOT,
                "  %-18s %s %.1f s  %s",
                name,
                report.good() ? terminal.green("✔") : terminal.red("✘"),
                report.seconds(),
                counts(report)));
        List<ImportReport.Finding> all = report.findings();
        all.stream().limit(findings).forEach(finding -> print(name, finding));
        int more = Math.max(0, all.size() - findings) + report.omitted();
        if (more > 0) {
            terminal.line(terminal.dim("    … and " + more + " more findings (--findings all)"));
        }
        return report;
    }

    private void progress(String name, JsonNode progress) {
        terminal.progress(String.format(
                Locale.ROOT,
                "  %-18s … %,d read, %,d added",
                name,
                progress.path("read").asInt(),
                progress.path("added").asInt()));
    }

    private void print(String name, ImportReport.Finding finding) {
        terminal.line(String.format(
                Locale.ROOT,
                "    %s:%d  %s: %s  %s",
                name,
                finding.line(),
                finding.outcome(),
                finding.reason(),
                terminal.dim("“" + finding.excerpt() + "”")));
    }

    private void total(List<ImportReport> reports) {
        ImportReport total = new ImportReport(
                "",
                reports.stream().mapToInt(ImportReport::read).sum(),
                reports.stream().mapToInt(ImportReport::added).sum(),
                reports.stream().mapToInt(ImportReport::duplicates).sum(),
                reports.stream().mapToInt(ImportReport::repaired).sum(),
                reports.stream().mapToInt(ImportReport::refused).sum(),
                reports.stream().mapToDouble(ImportReport::seconds).sum(),
                0,
                List.of(),
                List.of());
        terminal.line(String.format(
                Locale.ROOT,
                "  %-18s   %.1f s  %s (%,.0f questions/s)",
                reports.size() + " files",
                total.seconds(),
                counts(total),
                total.read() / Math.max(0.001, total.seconds())));
    }

    private static String counts(ImportReport report) {
        return String.format(
                Locale.ROOT,
                "%,d read: %,d added (%,d repaired), %,d duplicates, %,d refused",
                report.read(),
                report.added(),
                report.repaired(),
                report.duplicates(),
                report.refused());
    }
}
