/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.bieumau.consolidation.internal.engine.LocalEngine;
import org.bieumau.consolidation.internal.run.Consolidation;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.run.Settings;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.ide.internal.consolidation.ReminderLetter;
import org.bieumau.dsl.ide.internal.consolidation.ResultWriter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Document;
import org.bieumau.model.Form;

/** An office that collects the returns of units in a folder. */
final class Office {

    /** A form with printed rows. */
    static final String GIVEN = """
            mẫu biểu M "BÁO CÁO THÔNG TIN CUNG LAO ĐỘNG" {
                đơn vị tính "người"
                dòng đơn vị "Đơn vị báo cáo: …"
                cột tt "TT": số thứ tự
                cột chỉTiêu "Chỉ tiêu": chữ
                cột sốLượng "Số lượng": số
                cột nữ "Trong đó nữ": số
                chỉ tiêu {
                    tổng "1" "Số người từ 15 tuổi trở lên" { thànhThị "a" "Thành thị"   nôngThôn "b" "Nông thôn" }
                    cóViệc "2" "Số người có việc làm"
                }%s
            }
            """;
    /** Four units. */
    static final String UNITS = """
            danh mục Xã {
                tânThủy "UBND xã Tân Thủy" (còn gọi "Tân Thuỷ")
                hòaBình "UBND xã Hòa Bình"
                anThới "UBND phường An Thới"
                vĩnhAn "UBND xã Vĩnh An"
            }
            """;

    final Path folder;
    final Path returns;
    private String library;
    private final String forms;
    private List<Problem> problems = List.of();
    private String settings = "gộp cộng theo chỉ tiêu";
    int threads = 2;
    /** Shuffles the files; null for their own order. */
    Random order;

    int most = 20_000;
    boolean fresh;

    Office(Path folder, String library) throws IOException {
        this(folder, library, "mẫu M\n");
    }

    /** @param forms what the campaign says about forms */
    Office(Path folder, String library, String forms) throws IOException {
        this.folder = folder;
        this.library = library;
        this.forms = forms;
        returns = Files.createDirectories(folder.resolve("nop-ve"));
    }

    static Office withPrintedRows(Path folder) throws IOException {
        return new Office(folder, UNITS + GIVEN.formatted(""));
    }

    /** Sets what the campaign says besides form, units and folder. */
    Office says(String text) {
        settings = text;
        return this;
    }

    /** Adds declarations to the file of the campaign. */
    Office more(String declarations) {
        library += declarations;
        return this;
    }

    /** Returns the rows of a return with printed rows: total, towns, country, employed; each with all and women. */
    static String rows(int... numbers) {
        var names = List.of("tổng", "tổng.thànhThị", "tổng.nôngThôn", "cóViệc");
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(
                    "chỉ tiêu %s { sốLượng %d nữ %d }\n".formatted(names.get(i), numbers[2 * i], numbers[2 * i + 1]));
        }
        return text.toString();
    }

    /** Writes a return: a form whose rows are given, exported to the format of the file. */
    Path receive(String file, String unit, String rows) throws Exception {
        return receive(file, unit, "", rows, library);
    }

    Path receive(String file, String unit, String more, String rows, String with) throws Exception {
        var target = returns.resolve(file);
        Files.createDirectories(target.getParent());
        // Rules of the form must not keep a wrong return from being written.
        var text = with.replaceAll("(?m)^.*kiểm tra.*$", "")
                + "biểu B lập theo mẫu M {\n" + (unit.isEmpty() ? "" : "đơn vị lập \"" + unit + "\"\n") + more
                + rows + "}\n";
        var read = new BieuReader().read(text);
        read.export(read.element(Form.class, "B").orElseThrow(), target);
        Files.setLastModifiedTime(target, FileTime.from(Instant.parse("2022-12-10T03:00:00Z")));
        return target;
    }

    private CampaignFile campaign() throws Exception {
        var file = folder.resolve("dot.bieu");
        Files.writeString(
                file,
                library + "đợt tổng hợp D {\n" + forms + "đơn vị theo Xã\nthư mục \"nop-ve\"\n" + settings + "\n}\n");
        return CampaignFile.open(new BieuReader(List.of(), Registry.installed()), file, null);
    }

    private Settings settings(CampaignFile file) throws Exception {
        return new Settings(
                file.roots(List.of()),
                List.of(file.results(), file.cache().getParent()),
                file.cache(),
                Set.of(),
                fresh,
                null);
    }

    private ConsolidationEngine engine() {
        var local = new LocalEngine(threads);
        return order == null ? local : new ShuffledEngine(local, order);
    }

    Merged consolidate() throws Exception {
        return consolidate(RunProgress.NONE);
    }

    Merged consolidate(RunProgress progress) throws Exception {
        var file = campaign();
        if (file.file().hasErrors()) {
            throw new IllegalStateException(file.file().problems().toString());
        }
        var consolidation = new Consolidation(file.plan(), Registry.installed(), engine());
        var read = consolidation.read(settings(file), progress);
        return consolidation.merge(read, settings(file));
    }

    /** Returns the letter that reminds the units. */
    String letter(boolean each) throws Exception {
        var file = campaign();
        var consolidation = new Consolidation(file.plan(), Registry.installed(), engine());
        return ReminderLetter.text(
                file, consolidation.read(settings(file), RunProgress.NONE), each, LocalDate.of(2022, 12, 20));
    }

    /** Writes the results, and returns their contents by name. */
    Map<String, String> results() throws Exception {
        var file = campaign();
        var writer = new ResultWriter(file, file.results(), false, most);
        writer.write(consolidate());
        problems = writer.problems();
        var contents = new TreeMap<String, String>();
        try (var files = Files.list(file.results())) {
            for (var each : files.toList()) {
                contents.put(each.getFileName().toString(), new String(Files.readAllBytes(each), "ISO-8859-1"));
            }
        }
        return contents;
    }

    /** Returns the problems of the results that were written last. */
    List<Problem> problems() {
        return problems;
    }

    /** Returns the .bieu file of the results. */
    String text() throws Exception {
        results();
        return Files.readString(folder.resolve("ket-qua/D.bieu"));
    }

    void forget() throws Exception {
        ResultWriter.forget(campaign());
    }

    /** Returns the values of the consolidated form: row, column, value. */
    static Map<String, String> cells(Merged merged) throws IOException {
        var cells = new TreeMap<String, String>();
        merged.rows(row -> row.row()
                .cells()
                .forEach((column, value) -> cells.put(
                        (row.row().given().isEmpty()
                                        ? row.row().title()
                                        : row.row().given()) + "/" + column,
                        value.text())));
        return cells;
    }

    /** Returns the codes of the differences that are open. */
    static List<String> codes(Merged merged) {
        return merged.differences().stream()
                .filter(Difference::isOpen)
                .map(Difference::code)
                .sorted()
                .toList();
    }

    static UnitStatus status(Merged merged, String unit) {
        return merged.returns().statuses().stream()
                .filter(status -> status.unit().key().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the blocks of a document as text. */
    static String text(Document document) throws IOException {
        var profile = Registry.installed().profile(LayoutProfile.DEFAULT).orElseThrow();
        var text = new StringBuilder();
        try (var blocks = Layout.of(document, profile).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                text.append(block).append('\n');
            }
        }
        return text.toString().replace('\u00a0', ' ');
    }
}
