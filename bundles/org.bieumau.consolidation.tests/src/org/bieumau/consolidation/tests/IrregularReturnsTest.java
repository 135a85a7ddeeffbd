/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.report.RepeatedNotes;
import org.bieumau.consolidation.internal.report.StatusText;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real folders of returns contain besides one good file of each unit. */
class IrregularReturnsTest {

    private static final String ONE = Office.rows(3, 1, 2, 1, 1, 0, 2, 1);
    private static final String TWO = Office.rows(30, 10, 20, 10, 10, 0, 20, 10);
    private static final String MODE = "gộp cộng theo chỉ tiêu\n";

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = Office.withPrintedRows(folder);
    }

    private static String total(Merged merged) throws Exception {
        return Office.cells(merged).get("tổng/sốLượng");
    }

    private static void date(Path file, String instant) throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(instant)));
    }

    private static FileStatus file(Merged merged, String name) {
        return merged.returns().files().stream()
                .filter(file -> file.file().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void differentReturnsOfOneUnitWaitForADecision() throws Exception {
        date(office.receive("cũ.xlsx", "UBND xã Tân Thủy", ONE), "2022-12-01T03:00:00Z");
        office.receive("mới.xlsx", "UBND xã Tân Thủy", TWO);
        office.receive("khác.xlsx", "UBND xã Hòa Bình", TWO);

        var open = office.consolidate();
        assertEquals("30", total(open));
        assertEquals(UnitStatus.State.UNDECIDED, Office.status(open, "tânThủy").state());
        assertTrue(Office.codes(open).contains("CONS-TWICE"));

        assertEquals("60", total(office.says(MODE + "nộp nhiều lần lấy bản sau").consolidate()));
        assertEquals("33", total(office.says(MODE + "nộp nhiều lần lấy bản đầu").consolidate()));
        assertEquals(
                "33",
                total(office.says(MODE + "quyết định { tânThủy: lấy tệp \"cũ.xlsx\" }")
                        .consolidate()));
    }

    @Test
    void equalReturnsCountOnce() throws Exception {
        office.receive("a.xlsx", "UBND xã Tân Thủy", ONE);
        office.receive("a.docx", "UBND xã Tân Thủy", ONE);
        var merged = office.consolidate();

        assertEquals("3", total(merged));
        assertEquals(List.of("CONS-SAME"), Office.codes(merged));
    }

    @Test
    void lateReturnsAreToldByTheDayThatIsKnown() throws Exception {
        office.receive("a.xlsx", "UBND xã Tân Thủy", ONE);
        var late = office.says(MODE + "hạn nộp 9/12/2022").consolidate();
        assertEquals(UnitStatus.State.LATE, Office.status(late, "tânThủy").state());
        assertEquals(List.of("CONS-LATE-FILE"), Office.codes(late));
        assertEquals(UnitStatus.State.MISSING, Office.status(late, "hòaBình").state());

        var decided = office.says(MODE + "hạn nộp 9/12/2022 quyết định { tệp \"a.xlsx\": nhận ngày 8/12/2022 }")
                .consolidate();
        assertEquals(UnitStatus.State.ON_TIME, Office.status(decided, "tânThủy").state());
        assertEquals(List.of(), Office.codes(decided));
    }

    @Test
    void exemptUnitIsNotMissing() throws Exception {
        var merged = office.says(MODE + "quyết định { vĩnhAn: không phải nộp (\"đã sáp nhập\") }")
                .consolidate();

        assertEquals(UnitStatus.State.EXEMPT, Office.status(merged, "vĩnhAn").state());
    }

    @Test
    void unreadableFileIsInBothLists() throws Exception {
        var whole = office.receive("Tân Thủy.xlsx", "UBND xã Tân Thủy", ONE);
        Files.write(whole, Arrays.copyOf(Files.readAllBytes(whole), 3000));
        Files.writeString(
                office.returns.resolve("lạ.docx"),
                "không phải tệp Word, nhưng đủ dài để không bị coi là rỗng, xin nhắc lại");
        Files.write(office.returns.resolve("rỗng.xlsx"), new byte[18]);
        var merged = office.consolidate();

        for (var name : List.of("Tân Thủy.xlsx", "lạ.docx", "rỗng.xlsx")) {
            assertEquals(FileStatus.State.UNREADABLE, file(merged, name).state());
            assertTrue(merged.differences().stream()
                    .anyMatch(each -> each.file().equals(name) && each.problem().isError()));
            assertTrue(
                    StatusText.rows(merged.returns(), OpenProblems.of(merged)).stream()
                            .anyMatch(
                                    row -> row.file().equals(name) || row.note().contains(name)),
                    name);
        }
        assertEquals(
                UnitStatus.State.UNREADABLE, Office.status(merged, "tânThủy").state());
    }

    @Test
    void lockFilesAreToldButNotRead() throws Exception {
        office.receive("~$a.xlsx", "UBND xã Tân Thủy", ONE);
        var merged = office.consolidate();

        assertEquals(List.of("CONS-LOCK"), Office.codes(merged));
        assertEquals(Map.of(), Office.cells(merged));
    }

    @Test
    void senderIsKnownByFolderFormLetterheadOrFileName() throws Exception {
        office.receive("xa-hoa-binh/bieu.xlsx", "", ONE);
        office.receive("1.xlsx", "Uỷ ban nhân dân phường An Thới", ONE);
        office.receive("bc_XaVinhAn_2022.xlsx", "", ONE);
        office.receive("2.xlsx", "UBND xã Tân Thụy", ONE);
        var merged = office.consolidate();

        assertEquals(
                "hòaBình",
                file(merged, "xa-hoa-binh/bieu.xlsx").unit().orElseThrow().key());
        assertEquals("anThới", file(merged, "1.xlsx").unit().orElseThrow().key());
        assertEquals(
                "vĩnhAn",
                file(merged, "bc_XaVinhAn_2022.xlsx").unit().orElseThrow().key());
        assertEquals(FileStatus.State.UNKNOWN_UNIT, file(merged, "2.xlsx").state());
        assertTrue(Office.codes(merged).contains("CONS-UNIT-UNKNOWN"));
        var decided =
                office.says(MODE + "quyết định { tệp \"2.xlsx\": của tânThủy }").consolidate();
        assertEquals("12", total(decided));
    }

    @Test
    void namesWithoutDiacriticsThatFitTwoUnitsAreNotGuessed() throws Exception {
        var two = new Office(folder, """
                danh mục Xã { tânThủy "UBND xã Tân Thủy" tânThụy "UBND xã Tân Thụy" }
                """ + Office.GIVEN.formatted(""));
        two.receive("xa tan thuy.xlsx", "", ONE);
        two.receive("xã Tân Thụy.xlsx", "", TWO);
        var merged = two.consolidate();

        assertEquals("30", total(merged));
        var open = merged.differences().stream()
                .filter(each -> each.code().equals("CONS-UNIT-OPEN"))
                .toList();
        assertEquals(1, open.size());
        assertTrue(open.getFirst().message().contains("UBND xã Tân Thủy; UBND xã Tân Thụy"));
    }

    @Test
    void archivesAreReadWithNamesOfAnyEncoding() throws Exception {
        var file = office.receive("tmp.xlsx", "UBND xã Tân Thủy", ONE);
        var bytes = Files.readAllBytes(file);
        Files.delete(file);
        zip("utf8.zip", StandardCharsets.UTF_8, "xã Tân Thủy/bản nộp.xlsx", bytes);
        zip("dos.zip", Charset.forName("IBM437"), "café/bieu.xlsx", bytes);
        var merged = office.consolidate();

        assertEquals("3", total(merged));
        assertEquals(
                "tânThủy",
                file(merged, "utf8.zip/xã Tân Thủy/bản nộp.xlsx")
                        .unit()
                        .orElseThrow()
                        .key());
        assertTrue(file(merged, "dos.zip/café/bieu.xlsx").file().isRead());
    }

    @Test
    void zipBombsAreRefused() throws Exception {
        zip("bom.zip", StandardCharsets.UTF_8, "a.xlsx", new byte[20 << 20]);
        var merged = office.consolidate();

        assertEquals(List.of("CONS-ARCHIVE-LARGE"), Office.codes(merged));
        assertEquals(
                FileStatus.State.UNREADABLE, merged.returns().files().getFirst().state());
    }

    private void zip(String name, Charset names, String entry, byte[] content) throws Exception {
        try (OutputStream out = Files.newOutputStream(office.returns.resolve(name));
                var zip = new ZipOutputStream(out, names)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
    }

    /** Writes a return with figures of 2021. */
    private void receiveOld(String file, String unit) throws Exception {
        var dated = Office.GIVEN.formatted("").replace("đơn vị tính", "số hiệu biểu \"Năm 2021\"\nđơn vị tính");
        office.receive(file, unit, "", ONE, Office.UNITS + dated);
    }

    @Test
    void figuresOfAnotherPeriodWaitForADecision() throws Exception {
        receiveOld("a.xlsx", "UBND xã Tân Thủy");
        office.receive("b.xlsx", "UBND xã Hòa Bình", TWO);

        var open = office.says(MODE + "kỳ 2022").consolidate();
        assertEquals(List.of("CONS-PERIOD"), Office.codes(open));
        assertEquals("30", total(open));
        assertEquals(
                UnitStatus.State.OTHER_PERIOD, Office.status(open, "tânThủy").state());
        var message = open.differences().getFirst().message();
        assertTrue(message.contains("tệp \"a.xlsx\": không lấy"), message);
        assertTrue(message.contains("tânThủy: lấy tệp \"a.xlsx\""), message);

        var taken = office.says(MODE + "kỳ 2022\nquyết định { tânThủy: lấy tệp \"a.xlsx\" }")
                .consolidate();
        assertEquals(List.of(), Office.codes(taken));
        assertEquals("33", total(taken));
        assertEquals(UnitStatus.State.SENT, Office.status(taken, "tânThủy").state());

        var refused = office.says(MODE + "kỳ 2022\nquyết định { tệp \"a.xlsx\": không lấy }")
                .consolidate();
        assertEquals(List.of(), Office.codes(refused));
        assertEquals(UnitStatus.State.MISSING, Office.status(refused, "tânThủy").state());

        var same = office.says(MODE + "kỳ 2021").consolidate();
        assertEquals(List.of(), Office.codes(same));
        assertEquals("33", total(same));
    }

    @Test
    void returnOfThePeriodReplacesThatOfAnother() throws Exception {
        receiveOld("a.xlsx", "UBND xã Tân Thủy");
        office.receive("b.xlsx", "UBND xã Tân Thủy", TWO);
        var merged = office.says(MODE + "kỳ 2022").consolidate();

        assertEquals("30", total(merged));
        assertEquals(List.of("CONS-REPLACED"), Office.codes(merged));
        assertEquals(UnitStatus.State.SENT, Office.status(merged, "tânThủy").state());
    }

    @Test
    void statusTellsTheErrorsAndThePeriodOfEachUnit() throws Exception {
        receiveOld("a.xlsx", "UBND xã Tân Thủy");
        var thousands = Office.GIVEN.formatted("").replace("\"người\"", "\"nghìn người\"");
        office.receive("b.xlsx", "UBND xã Hòa Bình", "", TWO, Office.UNITS + thousands);
        date(office.receive("c.xlsx", "UBND phường An Thới", TWO), "2022-12-01T03:00:00Z");
        office.receive("d.xlsx", "UBND phường An Thới", ONE);
        office.receive("e.xlsx", "UBND xã không có", ONE);
        var merged = office.says(MODE + "kỳ 2022\nnộp nhiều lần lấy bản sau").consolidate();
        var open = OpenProblems.of(merged);
        var rows = StatusText.rows(merged.returns(), open);

        assertEquals("1 lỗi; a.xlsx: kỳ 2021, chưa tính", rows.get(0).note());
        assertEquals("1 lỗi; ngày của tệp", rows.get(1).note());
        assertEquals(1, rows.get(1).errors());
        assertEquals("1 cảnh báo; ngày của tệp; c.xlsx: không tính", rows.get(2).note());
        assertEquals(1, rows.get(2).warnings());
        assertEquals(
                List.of("UBND xã Tân Thủy", "UBND xã Vĩnh An"),
                StatusText.missing(merged.returns(), open).stream()
                        .map(StatusText.Row::unit)
                        .toList());
        assertEquals(
                "2/4 đơn vị đã nộp, 1 chưa nộp, 1 nộp số liệu kỳ khác; 1 bản có lỗi; 1 tệp chưa rõ đơn vị",
                StatusText.total(merged.returns(), open));
    }

    @Test
    void errorsComeFirstAndNotesOfManyUnitsAreOneLine() throws Exception {
        var units = List.of("UBND xã Tân Thủy", "UBND xã Hòa Bình", "UBND phường An Thới", "UBND xã Vĩnh An");
        for (int i = 0; i < 4; i++) {
            office.receive(i + ".xlsx", units.get(i), ONE);
        }
        var thousands = Office.GIVEN.formatted("").replace("\"người\"", "\"nghìn người\"");
        office.receive("3.xlsx", "UBND xã Vĩnh An", "", TWO, Office.UNITS + thousands);
        var merged = office.says(MODE + "hạn nộp 9/12/2022").consolidate();
        var lines = new ArrayList<Difference>();
        var notes = new RepeatedNotes(merged.returns().units(), lines::add);
        for (var each : merged.differences()) {
            notes.accept(each);
        }
        notes.finish();

        assertEquals("CONS-MEASURE", merged.differences().getFirst().code());
        assertEquals(
                4,
                merged.differences().stream()
                        .filter(each -> each.code().equals("CONS-LATE-FILE"))
                        .count());
        assertEquals("CONS-MEASURE", lines.getFirst().code());
        var note = lines.getLast();
        assertEquals("CONS-LATE-FILE", note.code());
        assertTrue(note.message().startsWith("4 đơn vị"), note::message);
        assertTrue(note.message().contains(String.join(", ", units.subList(0, 3)) + ", …"), note::message);
        assertEquals(
                1,
                lines.stream()
                        .filter(each -> each.code().equals("CONS-LATE-FILE"))
                        .count());
    }

    @Test
    void otherUnitOfMeasureIsReported() throws Exception {
        var thousands = Office.GIVEN.formatted("").replace("\"người\"", "\"nghìn người\"");
        office.receive("a.xlsx", "UBND xã Tân Thủy", "", ONE, Office.UNITS + thousands);

        assertEquals(List.of("CONS-MEASURE"), Office.codes(office.consolidate()));
    }

    @Test
    void sameFileOfTwoUnitsIsReported() throws Exception {
        var file = office.receive("xã Hòa Bình/a.xlsx", "", ONE);
        Files.createDirectories(office.returns.resolve("xã Vĩnh An"));
        Files.copy(file, office.returns.resolve("xã Vĩnh An/a.xlsx"));

        assertTrue(Office.codes(office.consolidate()).contains("CONS-SHARED"));
    }

    @Test
    void decidedValueHoldsAndRulesAreCheckedAgain() throws Exception {
        office = new Office(
                folder,
                Office.UNITS
                        + Office.GIVEN.formatted(
                                "\nkiểm tra CỘNG báo lỗi khi tổng.sốLượng <> tổng.thànhThị.sốLượng + tổng.nôngThôn.sốLượng: \"Sai tổng\""));
        office.receive("a.xlsx", "UBND xã Tân Thủy", Office.rows(9, 1, 2, 1, 1, 0, 2, 1));
        assertEquals(List.of("FORM-RULE"), Office.codes(office.consolidate()));

        var kept = office.says(MODE + "quyết định { tânThủy, tổng, sốLượng: giữ 3 (\"đã gọi\") }")
                .consolidate();
        assertEquals(List.of(), Office.codes(kept));
        assertEquals("3", total(kept));

        var accepted = office.says(MODE + "quyết định { tânThủy, tổng, sốLượng: chấp nhận }")
                .consolidate();
        assertEquals(List.of(), Office.codes(accepted));
        assertEquals("9", total(accepted));
    }

    @Test
    void decidedValueSettlesARowThatWasNotRead() throws Exception {
        var renamed = Office.GIVEN.formatted("").replace("\"Số người có việc làm\"", "\"Lao động đang làm\"");
        office.receive("a.xlsx", "UBND xã Tân Thủy", "", TWO, Office.UNITS + renamed);
        assertEquals(List.of("READ-ROW-MISSING", "READ-ROW-UNKNOWN"), Office.codes(office.consolidate()));

        var merged = office.says(MODE + "quyết định { tânThủy, cóViệc, sốLượng: giữ 20 }")
                .consolidate();
        assertEquals(List.of(), Office.codes(merged));
        assertEquals("20", Office.cells(merged).get("cóViệc/sốLượng"));

        var other = office.says(MODE + "quyết định { tânThủy, cóViệc, sốLượng: giữ 21 }")
                .consolidate();
        assertEquals(List.of("READ-ROW-UNKNOWN"), Office.codes(other));
    }

    @Test
    void decisionsWithoutEffectAreTold() throws Exception {
        office.receive("a.xlsx", "UBND xã Tân Thủy", ONE);
        var merged = office.says(MODE + """
                quyết định {
                    tệp "không có.xlsx": không lấy
                    tânThủy, tổng, sốLượng: giữ 3
                    tânThủy, cóViệc, nữ: chấp nhận
                    hòaBình: lấy tệp "a.xlsx"
                }
                """).consolidate();

        assertEquals(
                List.of("CONS-DECISION-UNUSED", "CONS-DECISION-UNUSED", "CONS-DECISION-UNUSED", "CONS-DECISION-UNUSED"),
                Office.codes(merged));
    }

    @Test
    void figureFarAboveAllOthersIsReportedAtItsCell() throws Exception {
        var units = List.of("UBND xã Tân Thủy", "UBND xã Hòa Bình", "UBND phường An Thới", "UBND xã Vĩnh An");
        for (int i = 0; i < 4; i++) {
            office.receive(i + ".xlsx", units.get(i), Office.rows(i == 2 ? 70_000 : 700 + i, 1, 2, 1, 1, 1, 2, 1));
        }
        var found = office.consolidate().differences();

        assertEquals(1, found.size(), found::toString);
        assertEquals("CONS-MAGNITUDE", found.getFirst().code());
        assertEquals("2.xlsx", found.getFirst().file());
        assertEquals("C5", found.getFirst().place().cellName());
        var accepted = office.says(MODE + "quyết định { anThới, tổng, sốLượng: chấp nhận }")
                .consolidate();
        assertFalse(accepted.differences().getFirst().isOpen());
    }

    @Test
    void figureFarFromTheLastPeriodIsReported() throws Exception {
        office = new Office(
                folder,
                Office.UNITS + Office.GIVEN.formatted("")
                        + "biểu Trước lập theo mẫu M { kỳ 2021 chỉ tiêu tổng { sốLượng 40 } chỉ tiêu cóViệc { sốLượng 3 } }\n");
        office.receive("a.xlsx", "UBND xã Tân Thủy", Office.rows(3, 1, 2, 1, 1, 0, 2, 1));

        assertEquals(
                List.of("CONS-PREVIOUS"),
                Office.codes(office.says(MODE + "so với Trước").consolidate()));
    }

    @Test
    void ratesAreNotAdded() throws Exception {
        office = new Office(folder, Office.UNITS + Office.GIVEN.formatted("").replace("Trong đó nữ", "Tỷ lệ nữ (%)"));
        office.receive("a.xlsx", "UBND xã Tân Thủy", ONE);
        office.receive("b.xlsx", "UBND xã Hòa Bình", TWO);
        var open = office.consolidate();
        assertEquals(List.of("CONS-RATE"), Office.codes(open));
        assertFalse(Office.cells(open).containsKey("tổng/nữ"));

        var decided = office.says(MODE + "cột nữ: lớn nhất").consolidate();
        assertEquals(List.of(), Office.codes(decided));
        assertEquals("10", Office.cells(decided).get("tổng/nữ"));
    }
}
