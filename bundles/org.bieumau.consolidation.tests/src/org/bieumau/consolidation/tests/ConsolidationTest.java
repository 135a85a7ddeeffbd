/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.store.TemporaryFolder;
import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns become one form, whatever the order, the number of threads and the interruptions. */
class ConsolidationTest {

    private static final List<String> UNITS =
            List.of("UBND xã Tân Thủy", "UBND xã Hòa Bình", "UBND phường An Thới", "UBND xã Vĩnh An");
    private static final List<String> ROWS = List.of("tổng", "tổng.thànhThị", "tổng.nôngThôn", "cóViệc");

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    /** Writes random returns, and returns the sum of each cell. */
    private Map<String, String> receive(Office office) throws Exception {
        var sums = new TreeMap<String, Integer>();
        for (int unit = 0; unit < UNITS.size(); unit++) {
            var numbers = random.ints(8, 0, 5000).toArray();
            for (int i = 0; i < 8; i++) {
                sums.merge(ROWS.get(i / 2) + (i % 2 == 0 ? "/sốLượng" : "/nữ"), numbers[i], Integer::sum);
            }
            office.receive("b" + unit + (unit % 2 == 0 ? ".xlsx" : ".docx"), UNITS.get(unit), Office.rows(numbers));
        }
        var texts = new TreeMap<String, String>();
        sums.forEach((cell, sum) -> texts.put(cell, sum.toString()));
        return texts;
    }

    @Test
    void cellsOfPrintedRowsAreAdded() throws Exception {
        var office = Office.withPrintedRows(folder);
        var expected = receive(office);

        assertEquals(expected, Office.cells(office.consolidate()));
    }

    @Test
    void printedRowsAreAddedUnlessTheCampaignSaysOtherwise() throws Exception {
        var office = Office.withPrintedRows(folder).says("");
        var expected = receive(office);

        assertEquals(expected, Office.cells(office.consolidate()));
    }

    @Test
    void eachFigureNamesItsCells() throws Exception {
        var office = Office.withPrintedRows(folder);
        office.receive("a.xlsx", UNITS.get(0), Office.rows(3, 1, 2, 1, 1, 0, 2, 1));
        office.receive("b/b.docx", UNITS.get(1), Office.rows(30, 10, 20, 10, 10, 0, 20, 10));
        var told = new ArrayList<String>();
        office.consolidate()
                .contributions(each -> told.add(each.row() + "|" + each.column() + "|" + each.unit() + "|" + each.file()
                        + "|" + each.place().partName() + "|" + each.place().cellName() + "|" + each.value()));

        assertEquals(16, told.size());
        assertTrue(
                told.contains("Số người từ 15 tuổi trở lên / Thành thị|Số lượng|UBND xã Tân Thủy|a.xlsx|Biểu|C6|2"),
                told::toString);
        assertTrue(
                told.contains(
                        "Số người từ 15 tuổi trở lên / Thành thị|Số lượng|UBND xã Hòa Bình|b/b.docx|bảng 1|dòng 3, cột 3|20"),
                told::toString);
    }

    @Test
    void workbookOfTheResultNamesTheCellsOfEachFigure() throws Exception {
        var office = Office.withPrintedRows(folder);
        office.receive("a.xlsx", UNITS.get(0), Office.rows(3, 1, 2, 1, 1, 0, 2, 1));
        office.receive("b/b.docx", UNITS.get(1), Office.rows(30, 10, 20, 10, 10, 0, 20, 10));
        var results = office.results();

        assertFalse(results.containsKey("D-nguon-so-lieu.xlsx"), () -> "" + results.keySet());
        try (var zip = new ZipFile(folder.resolve("ket-qua/D.xlsx").toFile())) {
            assertTrue(text(zip, "xl/workbook.xml").contains("<sheet name=\"Nguồn số liệu\" sheetId=\"2\" r:id="));
            var texts = Pattern.compile("<t(?: [^>]*)?>([^<]*)</t>")
                    .matcher(text(zip, "xl/worksheets/list1.xml"))
                    .results()
                    .map(each -> each.group(1))
                    .toList();
            assertEquals(8, texts.stream().filter("a.xlsx"::equals).count());
            assertEquals(8, texts.stream().filter("b/b.docx"::equals).count());
            assertTrue(texts.containsAll(List.of("Biểu", "C6", "bảng 1", "dòng 3, cột 3")), texts::toString);
        }
    }

    private static String text(ZipFile zip, String part) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(part))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void textsAreJoinedBelowTheNamesOfTheirUnits() throws Exception {
        var office = new Office(folder, Office.UNITS + """
                mẫu biểu M "TÌNH HÌNH THỰC HIỆN CÁC TIÊU CHÍ" {
                    dòng đơn vị "Đơn vị báo cáo: …"
                    cột tt "TT": số thứ tự
                    cột tiêuChí "Tiêu chí": chữ
                    cột kếtQuả "Kết quả thực hiện": nhiều đoạn
                    cột ghiChú "Ghi chú": chữ
                    chỉ tiêu { đường "1" "Giao thông"   trường "2" "Trường học" }
                }
                """);
        office.receive("b.docx", "UBND xã Hòa Bình", """
                chỉ tiêu đường { kếtQuả '''
                    1. Bê tông 3 km
                    2. Cấp phối 1 km
                ''' ghiChú "đang làm" }
                """);
        office.receive("a.xlsx", "UBND xã Tân Thủy", """
                chỉ tiêu đường { kếtQuả '''
                    1. Bê tông 2 km
                ''' }
                chỉ tiêu trường { kếtQuả '''Đạt chuẩn''' ghiChú "xong" }
                """);
        var merged = office.consolidate();

        assertEquals(
                Map.of(
                        "đường/kếtQuả",
                        "UBND xã Tân Thủy:\n1. Bê tông 2 km\nUBND xã Hòa Bình:\n1. Bê tông 3 km\n2. Cấp phối 1 km",
                        "đường/ghiChú",
                        "UBND xã Hòa Bình: đang làm",
                        "trường/kếtQuả",
                        "UBND xã Tân Thủy: Đạt chuẩn",
                        "trường/ghiChú",
                        "UBND xã Tân Thủy: xong"),
                Office.cells(merged));
        // The numbers of each unit stay as they are.
        var text = office.text();
        assertTrue(text.matches("(?s).*1\\. Bê tông 2 km.*UBND xã Hòa Bình:.*1\\. Bê tông 3 km.*"), text);
        assertFalse(
                new BieuReader()
                        .read(text).problems().stream()
                                .anyMatch(each -> each.code().equals("NUMBERING")),
                text);
    }

    @Test
    void orderThreadsAndInterruptionsChangeNoByte() throws Exception {
        var office = Office.withPrintedRows(folder);
        receive(office);
        checkRuns(office, 6);
    }

    @Test
    void orderThreadsAndInterruptionsChangeNoByteOfStackedRows() throws Exception {
        var office = new Office(folder, Office.UNITS + """
                danh mục LV { trồng "Trồng trọt" nuôi "Chăn nuôi" }
                mẫu biểu M "DANH SÁCH MÔ HÌNH" {
                    dòng đơn vị "Đơn vị báo cáo: …"
                    cột stt "STT": số thứ tự
                    cột tên "Tên mô hình": chữ, bắt buộc
                    cột mã "Mã hồ sơ": chữ, không trùng
                    cột hộ "Số hộ tham gia": số
                    lĩnh vực theo LV, đánh số I
                }
                """).says("gộp nối dòng");
        for (int unit = 0; unit < UNITS.size(); unit++) {
            var rows = new StringBuilder();
            for (var section : List.of("trồng", "nuôi")) {
                rows.append("lĩnh vực ").append(section).append(" {\n");
                for (int i = 0; i < 5; i++) {
                    rows.append("dòng \"Mô hình %d\" { mã \"H%d\" hộ %d }\n"
                            .formatted(i, random.nextInt(60), random.nextInt(90)));
                }
                rows.append("}\n");
            }
            office.receive("b" + unit + (unit % 2 == 0 ? ".docx" : ".xlsx"), UNITS.get(unit), rows.toString());
        }
        checkRuns(office, 3);
    }

    /**
     * Compares runs in random order that are interrupted at random points with a run without interruptions. With <code>
     * -Dbieumau.resume.count=50</code> there are 50 of them; <code>releng/consolidate resume</code> kills real
     * processes.
     */
    private void checkRuns(Office office, int usual) throws Exception {
        office.threads = 1;
        var expected = office.results();
        assertTrue(expected.size() >= 7, expected.keySet()::toString);
        office.order = random;
        for (int round = 0; round < Integer.getInteger("bieumau.resume.count", usual); round++) {
            office.forget();
            office.threads = 1 + round % 4;
            for (int last = random.nextInt(4); last < 4; last += 1 + random.nextInt(3)) {
                var end = last;
                assertThrows(
                        CancellationException.class,
                        () -> office.consolidate(new RunProgress() {
                            @Override
                            public boolean read(int done, String file, boolean cached, int errors) {
                                return done <= end;
                            }
                        }));
            }
            assertEquals(expected, office.results(), "round " + round);
        }
    }

    @Test
    void secondRunReadsOnlyWhatIsNew() throws Exception {
        var office = Office.withPrintedRows(folder);
        receive(office);
        office.consolidate();
        office.receive("c.xlsx", UNITS.get(0), Office.rows(1, 1, 1, 0, 0, 1, 1, 1));
        var read = Collections.synchronizedList(new ArrayList<String>());
        var progress = new RunProgress() {
            @Override
            public boolean read(int done, String file, boolean cached, int errors) {
                if (!cached) {
                    read.add(file);
                }
                return true;
            }
        };

        office.consolidate(progress);
        assertEquals(List.of("c.xlsx"), read);

        office.fresh = true;
        office.consolidate(progress);
        assertEquals(6, read.size());
    }

    @Test
    void copiesOfArchivedReturnsAreKeptInTheCacheAndDeleted() throws Exception {
        var office = Office.withPrintedRows(folder);
        receive(office);
        var names = List.of("a.docx", "a.xlsx");
        var row = Office.rows(5, 1, 2, 1, 3, 0, 2, 1);
        var archive = office.returns.resolve("z.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var name : names) {
                var file = office.receive(name, UNITS.get(0), row);
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
                Files.delete(file);
            }
        }
        var cache = folder.resolve(".bieumau-dot/D");
        var killed = Files.createDirectories(cache.resolve("bieumau-tam-x"));
        Files.writeString(killed.resolve("1.xlsx"), "Nguyễn Thị Hoa");
        Files.createFile(cache.resolve("bieumau-tam-x.khoa"));
        var seen = Collections.synchronizedSet(new TreeSet<String>());
        var progress = new RunProgress() {
            @Override
            public boolean read(int done, String file, boolean cached, int errors) {
                try {
                    seen.addAll(temporary(cache));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            }
        };

        office.threads = 1;
        office.consolidate(progress);

        // The folder of the killed run is gone before the first return is read, that of this run after the last one.
        assertFalse(seen.contains("bieumau-tam-x"), seen::toString);
        assertEquals(2, seen.size(), seen::toString);
        assertEquals(Set.of(), temporary(cache));
    }

    private static Set<String> temporary(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith("bieumau-tam-"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void foldersOfRunsThatGoOnAreKept() throws Exception {
        try (var running = new TemporaryFolder(folder)) {
            var copy = running.create(".xlsx");
            TemporaryFolder.deleteOld(folder);
            assertTrue(Files.exists(copy));
        }
        assertEquals(Set.of(), temporary(folder));
    }

    @Test
    void changedFormIsReadAgain() throws Exception {
        var office = new Office(folder, Office.UNITS + Office.GIVEN.formatted(""));
        office.receive("a.xlsx", UNITS.get(0), Office.rows(5, 1, 2, 1, 1, 0, 2, 1));
        assertFalse(Office.codes(office.consolidate()).contains("FORM-RULE"));

        var changed = new Office(
                folder,
                Office.UNITS
                        + Office.GIVEN.formatted(
                                "\nkiểm tra CỘNG báo lỗi khi tổng.sốLượng <> tổng.thànhThị.sốLượng + tổng.nôngThôn.sốLượng: \"Sai tổng\""));
        assertTrue(Office.codes(changed.consolidate()).contains("FORM-RULE"));
    }

    @Test
    void onlyTheOwnerCanReadWhatIsKept() throws Exception {
        var office = Office.withPrintedRows(folder);
        receive(office);
        office.results();
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return;
        }
        for (var kept : List.of(folder.resolve(".bieumau-dot/D"), folder.resolve("ket-qua"))) {
            try (var files = Files.walk(kept)) {
                for (var file : files.toList()) {
                    var expected = Files.isDirectory(file) ? "rwx------" : "rw-------";
                    assertEquals(
                            expected,
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                            file::toString);
                }
            }
        }
        office.forget();
        assertFalse(Files.exists(folder.resolve(".bieumau-dot")));
        assertFalse(Files.exists(folder.resolve("ket-qua")));
    }
}
