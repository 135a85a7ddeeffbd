/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bieumau.consolidation.internal.engine.LocalEngine;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.file.ReturnFiles;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.ide.internal.consolidation.ResultWriter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Value;
import org.bieumau.reading.internal.grid.SourceFile;

/**
 * Makes campaigns with many returns, reads their files alone, and consolidates them. Prints seconds, CPU seconds and
 * the greatest heap in use of each step.
 */
public final class Campaigns {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    private static final String NAME = "D";

    /** A report with printed rows, as communes send it. */
    private static final String REPORT = """
            mẫu biểu M "BÁO CÁO THÔNG TIN CUNG LAO ĐỘNG" {
                đơn vị tính "người"
                dòng đơn vị "Đơn vị báo cáo: …"
                cột tt "TT": số thứ tự
                cột chỉTiêu "Chỉ tiêu": chữ
                nhóm sốNgười "Số người" {
                    cột sốLượng "Tổng số": số
                    cột nữ "Trong đó nữ": số
                }
                chỉ tiêu {
                    tổng "1" "Số người từ 15 tuổi trở lên" { thànhThị "a" "Thành thị"   nôngThôn "b" "Nông thôn" }
                    việc "2" "Số người có việc làm" { nông "a" "Nông, lâm nghiệp và thủy sản"   công "b" "Công nghiệp và xây dựng"   dịchVụ "c" "Dịch vụ" }
                    thất "3" "Số người thất nghiệp" { chưa "a" "Chưa bao giờ làm việc"   đã "b" "Đã từng làm việc" }
                    khôngTham "4" "Số người không tham gia hoạt động kinh tế" { học "a" "Đi học"   nội "b" "Nội trợ"   khác "c" "Khác" }
                }
                kiểm tra CỘNG báo lỗi khi tổng.sốLượng <> tổng.thànhThị.sốLượng + tổng.nôngThôn.sốLượng: "Tổng số khác tổng hai dòng a và b"
            }
            """;
    /** A list of persons. */
    private static final String LIST = """
            mẫu biểu M "DANH SÁCH NGƯỜI LAO ĐỘNG" {
                dòng đơn vị "Đơn vị báo cáo: …"
                cột stt "STT": số thứ tự
                cột tên "Họ và tên": chữ, bắt buộc
                cột ngày "Ngày sinh": ngày
                cột số "Số định danh": chữ, không trùng
                cột nơi "Nơi ở hiện tại": chữ
                cột nghề "Nghề nghiệp": chữ
                cột lương "Thu nhập tháng (đồng)": số tiền
            }
            """;

    private final Path folder;

    private Campaigns(Path folder) {
        this.folder = folder;
    }

    /**
     * @param arguments <code>make files FOLDER COUNT</code>, <code>make lists FOLDER COUNT ROWS</code>, <code>read
     *     FOLDER</code>, or <code>consolidate FOLDER [THREADS SEED]</code>: the seed shuffles the files
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "make" -> {
                var campaigns = new Campaigns(Path.of(arguments[2]));
                var count = Integer.parseInt(arguments[3]);
                if (arguments[1].equals("files")) {
                    campaigns.make(count, REPORT, "gộp cộng theo chỉ tiêu", 0);
                } else {
                    campaigns.make(count, LIST, "gộp nối dòng", Integer.parseInt(arguments[4]));
                }
            }
            case "read" -> new Campaigns(Path.of(arguments[1])).read();
            case "consolidate" ->
                new Campaigns(Path.of(arguments[1]))
                        .consolidate(
                                arguments.length < 3
                                        ? new LocalEngine()
                                        : new Shuffled(
                                                new LocalEngine(Integer.parseInt(arguments[2])),
                                                new Random(Long.parseLong(arguments[3]))));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    // Making returns

    private void make(int count, String template, String merge, int rows) throws Exception {
        var returns = Files.createDirectories(folder.resolve("nop-ve"));
        var text = new StringBuilder(template);
        text.append("danh mục Xã {\n");
        for (int i = 0; i < count; i++) {
            text.append("    x%d \"%s\"\n".formatted(i, unit(i)));
        }
        text.append(
                "}\nđợt tổng hợp %s {\n    mẫu M   đơn vị theo Xã   hạn nộp 15/12/2022   thư mục \"nop-ve\"\n    %s\n}\n"
                        .formatted(NAME, merge));
        Files.writeString(folder.resolve("dot.bieu"), text);
        var registry = Registry.installed();
        var profile = registry.profile("nd30").orElseThrow();
        var model =
                new BieuReader().read(template).element(FormTemplate.class, "M").orElseThrow();
        var random = new Random(count);
        for (int i = 0; i < count; i++) {
            var form = MODEL.createForm();
            form.setTemplate(model);
            form.setUnitName(unit(i));
            if (rows == 0) {
                fill(form, model, random, i % 500 == 7);
            } else {
                list(form, model, random, i, rows);
            }
            var format = rows > 0 || i % 3 > 0 ? "xlsx" : "docx";
            var file = returns.resolve("%02d".formatted(i % 100)).resolve("bao-cao-%05d.%s".formatted(i, format));
            Files.createDirectories(file.getParent());
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                registry.exporter(format).orElseThrow().export(Layout.of(form, profile), out, Progress.NONE);
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2022-12-10T03:00:00Z")));
        }
    }

    /** Returns a name like that of a commune; each is different. */
    private static String unit(int number) {
        var first = List.of("Tân", "Hòa", "An", "Vĩnh", "Bình", "Phú", "Long", "Mỹ", "Thạnh", "Đức");
        var second = List.of("Thủy", "Lộc", "Thới", "Sơn", "Hải", "Giang", "Lâm", "Xuân", "Phong", "Khê");
        var name = first.get(number % 10) + " " + second.get(number / 10 % 10);
        return "UBND xã " + name + (number < 100 ? "" : " khu vực " + (number / 100));
    }

    private static Column column(FormTemplate template, String name) {
        for (var all = template.eAllContents(); all.hasNext(); ) {
            if (all.next() instanceof Column column && name.equals(column.getName())) {
                return column;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static void put(Entry entry, Column column, Value value) {
        var cell = MODEL.createCell();
        cell.setColumn(column);
        cell.setValue(value);
        entry.getCells().add(cell);
    }

    private static Value number(long number) {
        var value = MODEL.createNumberValue();
        value.setNumber(BigDecimal.valueOf(number));
        return value;
    }

    private static Value text(String text) {
        var value = MODEL.createTextValue();
        value.setText(text);
        return value;
    }

    private static void fill(Form form, FormTemplate template, Random random, boolean isWrong) {
        var all = column(template, "sốLượng");
        var women = column(template, "nữ");
        for (var group : template.getIndicatorLists().getFirst().getIndicators()) {
            var sum = new long[2];
            var entry = MODEL.createEntry();
            entry.setIndicator(group);
            form.getEntries().add(entry);
            for (var each : group.getIndicators()) {
                var persons = random.nextInt(4000);
                var part = persons / 2;
                sum[0] += persons;
                sum[1] += part;
                var child = MODEL.createEntry();
                child.setIndicator(each);
                put(child, all, number(persons));
                put(child, women, number(part));
                form.getEntries().add(child);
            }
            put(entry, all, number(sum[0] + (isWrong ? 10 : 0)));
            put(entry, women, number(sum[1]));
        }
    }

    private static void list(Form form, FormTemplate template, Random random, int unit, int rows) {
        var columns = List.of("tên", "ngày", "số", "nơi", "nghề", "lương").stream()
                .map(name -> column(template, name))
                .toList();
        var families = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi");
        var names = List.of("Thị Hoa", "Văn Bình", "Thị Ngọc Lan", "Minh Đức", "Hữu Phước", "Thanh Tùng", "Thị Hạnh");
        var works = List.of("Làm ruộng", "Công nhân may", "Buôn bán nhỏ", "Thợ xây", "Nội trợ");
        for (int i = 0; i < rows; i++) {
            var entry = MODEL.createEntry();
            put(entry, columns.get(0), text(families.get(random.nextInt(8)) + " " + names.get(random.nextInt(7))));
            var date = MODEL.createDateValue();
            date.setDate(org.bieumau.model.PartialDate.valueOf(
                    "%d/%d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1950 + random.nextInt(55))));
            put(entry, columns.get(1), date);
            // One person of a thousand is in the lists of two units.
            var number = i == 0 && unit % 10 == 1 ? (long) (unit - 1) * rows : (long) unit * rows + i;
            put(entry, columns.get(2), text("0%011d".formatted(51_000_000_000L + number)));
            put(entry, columns.get(3), text("Thôn " + (1 + random.nextInt(12)) + ", " + unit(unit)));
            put(entry, columns.get(4), text(works.get(random.nextInt(5))));
            put(entry, columns.get(5), number(2_000_000L + 50_000L * random.nextInt(200)));
            form.getEntries().add(entry);
        }
    }

    // Measuring

    /** Reads a file and forgets it. */
    private static final class Reading implements ConsolidationEngine.Work<ReturnFile, Integer> {

        private static final long serialVersionUID = 1L;

        @Override
        public Integer empty() {
            return 0;
        }

        @Override
        public Integer apply(ReturnFile file) throws IOException {
            try {
                return SourceFile.read(file.path(), Registry.installed(), Progress.NONE)
                        .grids()
                        .size();
            } catch (org.bieumau.core.problem.ProblemException e) {
                throw new IOException(e);
            }
        }

        @Override
        public Integer merge(Integer one, Integer other) {
            return one + other;
        }
    }

    private void read() throws Exception {
        var files = ReturnFiles.find(List.of(folder.resolve("nop-ve")), any -> false);
        var step = new Step();
        new LocalEngine().run(files, new Reading(), Progress.NONE);
        step.print("mere reads", files.size());
    }

    /** Passes the inputs to another engine in random order. */
    private record Shuffled(ConsolidationEngine engine, Random random) implements ConsolidationEngine {

        @Override
        public String id() {
            return "shuffled";
        }

        @Override
        public <T extends Serializable, A extends Serializable> A run(
                List<T> inputs, Work<T, A> work, Progress progress) throws IOException {
            var shuffled = new ArrayList<>(inputs);
            Collections.shuffle(shuffled, random);
            return engine.run(shuffled, work, progress);
        }
    }

    private void consolidate(ConsolidationEngine engine) throws Exception {
        var step = new Step();
        var file = CampaignFile.open(new BieuReader(List.of(), Registry.installed()), folder.resolve("dot.bieu"), NAME);
        if (file.file().hasErrors()) {
            throw new IllegalStateException(file.file().problems().toString());
        }
        var plan = file.plan();
        var settings = new Settings(
                file.roots(List.of()),
                List.of(file.results(), file.cache().getParent()),
                file.cache(),
                Set.of(),
                false,
                null);
        var consolidation = new Consolidation(plan, Registry.installed(), engine);
        step.print("campaign opened", plan.units().size());
        var whole = new Step();
        step = new Step();
        var returns = consolidation.read(settings, RunProgress.NONE);
        step.print("read", returns.files().size());
        step = new Step();
        var merged = consolidation.merge(returns, settings);
        step.print("merged", returns.taken().size());
        step = new Step();
        var writer = new ResultWriter(file, file.results(), false);
        writer.write(merged);
        step.print("written", writer.written().size());
        whole.print("all", returns.files().size());
        for (var each : writer.written()) {
            System.out.printf("    %,14d bytes  %s%n", Files.size(each), each.getFileName());
        }
    }

    /** A step that is measured. */
    private static final class Step implements Serializable {

        private static final long serialVersionUID = 1L;
        private final long begin = System.nanoTime();
        private final long cpu = cpu();

        Step() {
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .forEach(pool -> pool.resetPeakUsage());
        }

        private static long cpu() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        void print(String what, int count) {
            var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.printf(
                    "%-16s %,9d  %7.1f s  %7.1f s of CPU  %4d MB of %d%n",
                    what,
                    count,
                    (System.nanoTime() - begin) / 1e9,
                    (cpu() - cpu) / 1e9,
                    peak >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
