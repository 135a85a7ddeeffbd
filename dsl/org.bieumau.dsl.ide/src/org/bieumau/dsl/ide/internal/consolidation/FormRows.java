/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.run.MergedRow;
import org.bieumau.consolidation.internal.run.RowBuilder;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;

/**
 * The rows of a form that is written: in its text, or, if they are many, in a CSV file beside it, so that their number
 * does not matter for the memory.
 */
final class FormRows implements Closeable {

    /** Largest number of rows that are written into the text. */
    static final int MOST = 20_000;

    private final Form form;
    private final ResolvedTemplate template;
    private final Path csv;
    private final int most;
    private final BiConsumer<Entry, MergedRow> added;
    private final RowBuilder builder;
    private final List<MergedRow> kept = new ArrayList<>();
    private BufferedWriter out;
    private Path partial;
    private long count;

    /**
     * @param csv the file for many rows
     * @param most largest number of rows that are written into the text
     * @param added receives each row of the model that is added to the form
     */
    FormRows(Form form, ResolvedTemplate template, Path csv, int most, BiConsumer<Entry, MergedRow> added) {
        this.form = form;
        this.template = template;
        this.csv = csv;
        this.most = most;
        this.added = added;
        builder = new RowBuilder(template);
    }

    void add(MergedRow row) throws IOException {
        count++;
        if (out == null && kept.size() < most) {
            kept.add(row);
            return;
        }
        if (out == null) {
            open();
            for (var each : kept) {
                write(each.row());
            }
            kept.clear();
        }
        write(row.row());
    }

    Form form() {
        return form;
    }

    Path csv() {
        return csv;
    }

    long count() {
        return count;
    }

    private void open() throws IOException {
        partial = Files.createTempFile(csv.toAbsolutePath().getParent(), ".bieumau", ".tmp");
        out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(partial), StandardCharsets.UTF_8), 1 << 16);
        // Excel takes a CSV file as UTF-8 only with a byte order mark.
        out.write('\ufeff');
        var labels = new ArrayList<String>();
        if (template.sections().isPresent()) {
            labels.add("Lĩnh vực");
        }
        for (var leaf : template.columns()) {
            if (isWritten(leaf.type())) {
                labels.add(leaf.name());
            }
        }
        line(labels);
    }

    private static boolean isWritten(ColumnType type) {
        return type != ColumnType.ORDINAL && type != ColumnType.COMPUTED;
    }

    private void write(ReturnRow row) throws IOException {
        var texts = new ArrayList<String>();
        if (template.sections().isPresent()) {
            texts.add(row.section());
        }
        for (var leaf : template.columns()) {
            if (isWritten(leaf.type())) {
                var value = row.cells().get(leaf.name());
                texts.add(
                        value != null
                                ? text(value)
                                : template.titleColumn().filter(leaf::equals).isPresent() ? row.title() : "");
            }
        }
        line(texts);
    }

    /** Numbers have a comma, as readers of Vietnamese files expect. */
    private static String text(Datum value) {
        return switch (value.kind()) {
            case DECIMAL -> value.text().replace('.', ',');
            case MARK -> "X";
            default -> value.text();
        };
    }

    private void line(List<String> texts) throws IOException {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var text = texts.get(i);
            if (text.isEmpty()) {
                continue;
            }
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
        out.write("\r\n");
    }

    /**
     * Adds the rows to the form, or writes the last ones to the file.
     *
     * @return whether they are in the file
     */
    boolean finish() throws IOException {
        if (out == null) {
            Files.deleteIfExists(csv);
            kept.forEach(row -> added.accept(builder.add(form, row.row().section(), row.row()), row));
            kept.clear();
            return false;
        }
        out.close();
        Files.move(partial, csv, StandardCopyOption.REPLACE_EXISTING);
        partial = null;
        var source = BieumauFactory.eINSTANCE.createDataSource();
        source.setLocation(csv.getFileName().toString());
        form.setDataSource(source);
        return true;
    }

    @Override
    public void close() throws IOException {
        if (partial != null) {
            out.close();
            Files.deleteIfExists(partial);
        }
    }
}
