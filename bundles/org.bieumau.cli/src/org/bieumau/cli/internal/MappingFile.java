/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.ColumnMapping;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Mapping;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.KnownLabels;

/** A .bieu file with the labels that the user assigned to columns (<i>ánh xạ</i>). */
final class MappingFile {

    private final Path file;

    /** @param file the file, which need not exist yet; null for none */
    MappingFile(Path file) {
        this.file = file;
    }

    /** Reads the labels that are assigned to the columns of a template. */
    KnownLabels read(FormTemplate template, BieuReader reader) throws ProblemException {
        var known = new KnownLabels();
        if (file == null || !Files.exists(file)) {
            return known;
        }
        for (var element : reader.read(file).elements()) {
            if (element instanceof Mapping mapping && mapping.getTemplate() == template) {
                for (var item : mapping.getItems()) {
                    if (item instanceof ColumnMapping column) {
                        known.add(
                                column.getLabel(),
                                column.isIgnored() ? Optional.empty() : Optional.ofNullable(column.getColumn()));
                    }
                }
            }
        }
        return known;
    }

    /**
     * Writes the decisions about columns whose labels differ from the template. Open decisions become comments to
     * complete. An existing file is not changed, since the user may have edited it.
     */
    void write(TemplateChoice.Chosen chosen, List<Decision> decisions) throws ProblemException {
        if (file == null || Files.exists(file)) {
            return;
        }
        var lines = new LinkedHashMap<String, String>();
        for (var decision : decisions) {
            line(decision).ifPresent(line -> lines.put(line.getKey(), line.getValue()));
        }
        var name = chosen.template().getName();
        var text = new StringBuilder(
                "phiên bản 2\n\ndùng " + chosen.library() + "\n\nánh xạ ÁnhXạ" + name + " cho " + name + " {\n");
        lines.values().forEach(line -> text.append("    ").append(line).append('\n'));
        try {
            WholeFile.write(file, text.append("}\n").toString());
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file, e), e);
        }
    }

    private static Optional<Map.Entry<String, String>> line(Decision decision) {
        var column = decision.column();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        var label = '"' + KnownLabels.of(column.get()).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        var name = decision.leaf().map(leaf -> leaf.name()).orElse(null);
        return switch (decision.kind()) {
            case MAPPED, LIKELY, SURE ->
                name == null ? Optional.empty() : Optional.of(Map.entry(label, label + " là " + name));
            case IGNORED -> Optional.of(Map.entry(label, label + " không lấy"));
            case AMBIGUOUS -> Optional.of(Map.entry(label, "// ? " + label + " là " + name));
            case ADDED -> Optional.of(Map.entry(label, "// " + label + " không lấy"));
            case MISSING -> Optional.empty();
        };
    }
}
