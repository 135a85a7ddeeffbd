/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.DocxExporter;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.junit.jupiter.api.Test;

/** Checks that rows from a row source are read one by one and not kept in memory. */
class RowSourceTest {

    private static final int ROWS = 3000;

    private final AtomicInteger open = new AtomicInteger();

    private static Form form() {
        var model = BieumauFactory.eINSTANCE;
        var column = model.createColumn();
        column.setName("tên");
        column.setType(ColumnType.TEXT);
        var template = model.createFormTemplate();
        template.setTitle("T");
        template.getItems().add(column);
        template.setSections(model.createSectionSpec());
        var form = model.createForm();
        form.setTemplate(template);
        return form;
    }

    /** Returns the same entry for every row with new content, so that an exporter that keeps rows repeats the last. */
    private final class ReusedEntryRows implements RowSource.Rows {

        private final Entry entry = BieumauFactory.eINSTANCE.createEntry();
        private final int failsAt;
        private int row;

        ReusedEntryRows(int failsAt) {
            this.failsAt = failsAt;
            open.incrementAndGet();
        }

        @Override
        public RowSource.SourcedEntry next() throws IOException {
            if (row == failsAt) {
                throw new IOException("đứt ở dòng " + row);
            }
            if (row == ROWS) {
                return null;
            }
            entry.setTitle("#" + row);
            return new RowSource.SourcedEntry("S" + row++ / 1000, entry);
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private static Layout layout(RowSource rows) {
        return Layout.ofRows(form(), Registry.installed().profile("nd30").orElseThrow(), rows);
    }

    @Test
    void rowsAreNotKeptInMemory() throws IOException {
        var out = new ByteArrayOutputStream();
        new DocxExporter().export(layout(template -> new ReusedEntryRows(-1)), out, Progress.NONE);
        var text = new String(Parts.of(out.toByteArray()).get("word/document.xml"), StandardCharsets.UTF_8);
        for (int row = 0; row < ROWS; row++) {
            assertTrue(text.contains(">#" + row + "<"), "#" + row);
        }
        assertEquals(3, text.split("S\\d<", -1).length - 1, "sections");
        assertEquals(0, open.get());
    }

    @Test
    void failingRowSourceEndsTheExportAndIsClosed() {
        var layout = layout(template -> new ReusedEntryRows(2000));
        var e = assertThrows(
                IOException.class,
                () -> new DocxExporter().export(layout, OutputStream.nullOutputStream(), Progress.NONE));
        assertEquals("đứt ở dòng 2000", e.getMessage());
        assertEquals(0, open.get());
    }
}
