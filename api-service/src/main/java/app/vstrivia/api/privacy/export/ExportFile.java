package app.vstrivia.api.privacy.export;

import app.vstrivia.model.id.PlayerId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the zip, row by row: its size is bounded by the disk and not by the memory. */
@ApplicationScoped
class ExportFile {
    private final SectionStore sections;
    private final ObjectMapper mapper;

    ExportFile(SectionStore sections, ObjectMapper mapper) {
        this.sections = sections;
        this.mapper = mapper;
    }

    /** @param out stays open */
    void write(PlayerId player, OutputStream out) throws IOException {
        OutputStream kept = new BufferedOutputStream(out) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
        try (ZipOutputStream zip = new ZipOutputStream(kept, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("README.txt"));
            zip.write(readme().getBytes(StandardCharsets.UTF_8));
            for (Section section : SectionStore.SECTIONS) {
                zip.putNextEntry(new ZipEntry(section.file() + ".json"));
                write(section, player, zip);
            }
        }
    }

    private static String readme() {
        StringBuilder text = new StringBuilder("What VS Trivia knows about you, as of ")
                .append(Instant.now())
                .append(
                        ". All times are UTC.\n\nSecrets (what your devices sign in with) are kept as hashes only, and are")
                .append(" not in here.\n\n");
        SectionStore.SECTIONS.forEach(section -> text.append(section.file())
                .append(".json: ")
                .append(section.about())
                .append('\n'));
        return text.toString();
    }

    private void write(Section section, PlayerId player, OutputStream zip) throws IOException {
        try (JsonGenerator json = mapper.getFactory().createGenerator(zip)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
            json.writeStartArray();
            sections.read(section, player, row -> {
                try {
                    RowJson.write(row, json);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            json.writeEndArray();
        }
    }
}
