/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Value;

/**
 * Exports a form with generated rows in each format and prints the format, rows, time (ms), size (bytes) and maximum
 * heap (MB).
 */
public final class LargeForm {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    private static final String SENTENCE =
            "Thực hiện tốt tiết kiệm điện sẽ đem lại hiệu quả lớn, làm giảm chi phí chi trả của cơ quan, "
                    + "góp phần giảm thiểu ảnh hưởng của việc cắt điện đến sản xuất và đời sống sinh hoạt.";
    private static final int WARM_UP = 2;
    private static final int RUNS = 5;

    private final Column name = column("tên", "TÊN MÔ HÌNH", ColumnType.TEXT);
    private final Column mark = column("tậpThể", "Mô hình tập thể", ColumnType.MARK);
    private final Column address = column("địaChỉ", "Địa chỉ", ColumnType.TEXT);
    private final Column content = column("nộiDung", "NỘI DUNG", ColumnType.PROSE);

    /** @param arguments the numbers of rows */
    public static void main(String[] arguments) throws IOException {
        var registry = Registry.installed();
        var form = new LargeForm();
        for (var exporter : registry.exporters()) {
            for (var rows : arguments) {
                form.measure(exporter, Integer.parseInt(rows), registry);
            }
        }
    }

    private void measure(Exporter exporter, int rows, Registry registry) throws IOException {
        var layout = Layout.ofRows(form(), registry.profile("nd30").orElseThrow(), template -> new Generated(rows));
        var times = new long[RUNS];
        var out = new Counter();
        for (int run = -WARM_UP; run < RUNS; run++) {
            out = new Counter();
            var start = System.nanoTime();
            exporter.export(layout, out, Progress.NONE);
            if (run >= 0) {
                times[run] = (System.nanoTime() - start) / 1_000_000;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-5s %,7d rows  median %,6d ms (%,d–%,d)  %,d bytes  heap at most %d MB%n",
                exporter.id(),
                rows,
                times[RUNS / 2],
                times[0],
                times[RUNS - 1],
                out.bytes,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private Form form() {
        var template = MODEL.createFormTemplate();
        template.setTitle("BIỂU TỔNG HỢP");
        template.setColumnNumberRow(true);
        var kind = MODEL.createColumnGroup();
        kind.setTitle("HÌNH THỨC");
        kind.getItems().addAll(List.of(mark, column("cáNhân", "Mô hình cá nhân", ColumnType.MARK)));
        template.getItems().addAll(List.of(column("stt", "STT", ColumnType.ORDINAL), name, kind, address, content));
        var sections = MODEL.createSectionSpec();
        sections.setRestartRows(true);
        sections.setHeadingPattern("Lĩnh vực {tên}");
        template.setSections(sections);
        var form = MODEL.createForm();
        form.setTemplate(template);
        return form;
    }

    private static Column column(String name, String title, ColumnType type) {
        var column = MODEL.createColumn();
        column.setName(name);
        column.setTitle(title);
        column.setType(type);
        return column;
    }

    /** Supplies rows generated on demand, 100 in each section. */
    private final class Generated implements RowSource.Rows {

        private final int count;
        private int made;

        Generated(int count) {
            this.count = count;
        }

        @Override
        public RowSource.SourcedEntry next() {
            return made == count ? null : new RowSource.SourcedEntry("số " + (made / 100 + 1), entry(made++));
        }

        private Entry entry(int number) {
            var entry = MODEL.createEntry();
            entry.setTitle("Mô hình số " + number);
            put(entry, mark, MODEL.createMarkValue());
            put(entry, address, Entries.text("202A, đường Trường Chinh, Thành phố Quảng Ngãi"));
            var prose = MODEL.createProse();
            for (int i = 0; i < 3; i++) {
                var paragraph = MODEL.createParagraph();
                var run = MODEL.createTextRun();
                run.setText(SENTENCE);
                paragraph.getRuns().add(run);
                prose.getLines().add(paragraph);
            }
            put(entry, content, prose);
            return entry;
        }

        private static void put(Entry entry, Column column, Value value) {
            var cell = MODEL.createCell();
            cell.setColumn(column);
            cell.setValue(value);
            entry.getCells().add(cell);
        }

        @Override
        public void close() {}
    }

    /** Counts the bytes and discards them. */
    private static final class Counter extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}
