/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.ReturnIndex;
import org.bieumau.consolidation.internal.status.ReturnSummary;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.consolidation.CampaignCommands;
import org.bieumau.dsl.ide.internal.consolidation.CampaignSession;
import org.bieumau.dsl.ide.internal.consolidation.Choice;
import org.bieumau.dsl.ide.internal.consolidation.DifferenceCase;
import org.bieumau.dsl.ide.internal.consolidation.Verdict;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns as an editor shows them: what is to be decided, its sources and choices, and decisions as text. */
class CampaignSessionTest {

    @TempDir
    Path folder;

    private Office office;
    private Path file;
    private String text;

    @BeforeEach
    void createOffice() throws Exception {
        office = Office.withPrintedRows(folder);
        file = folder.resolve("dot.bieu");
    }

    /** Writes the file of the campaign. */
    private void write(String settings) throws Exception {
        office.says(settings).consolidate();
        text = Files.readString(file);
    }

    private CampaignSession open() throws Exception {
        return CampaignSession.open(file, "D", Map.of(file, text), Registry.installed());
    }

    private static Difference difference(List<Difference> all, String code) {
        return all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(all.toString()));
    }

    private static DifferenceCase find(CampaignSession session, Returns returns, Difference difference) {
        return DifferenceCase.of(session, returns, difference, () -> false);
    }

    /** Writes a decision into the text. */
    private void decide(Verdict verdict, String reason) throws Exception {
        var live = new LiveFile(file, text, List.of(), Registry.installed());
        var edits = live.read(resource -> {
            try {
                return new CampaignCommands(resource, "D").decide(verdict, reason);
            } catch (RefusedException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
        text = TextEdit.apply(edits, text);
    }

    private static List<String> labels(DifferenceCase found) {
        return found.choices().stream()
                .filter(Choice.Ready.class::isInstance)
                .map(choice -> ((Choice.Ready) choice).label())
                .toList();
    }

    private static Verdict ready(DifferenceCase found, int index) {
        return ((Choice.Ready) found.choices().get(index)).verdict();
    }

    private void receiveFour() throws Exception {
        office.receive("a.xlsx", "UBND xã Tân Thủy", Office.rows(100, 50, 60, 30, 40, 20, 80, 40));
        office.receive("b.xlsx", "UBND xã Hòa Bình", Office.rows(110, 50, 60, 30, 50, 20, 80, 40));
        office.receive("c.xlsx", "UBND phường An Thới", Office.rows(120, 50, 60, 30, 60, 20, 80, 40));
        office.receive("d.xlsx", "UBND xã Vĩnh An", Office.rows(12000, 50, 60, 30, 60, 20, 80, 40));
    }

    @Test
    void sourcesOfAValueAreTheReturnAndTheOtherUnits() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu");
        var session = open();
        var returns = session.read(RunProgress.NONE);
        var magnitude = difference(session.merge(returns, Progress.NONE).differences(), "CONS-MAGNITUDE");
        var found = find(session, returns, magnitude);
        assertEquals(
                List.of("d.xlsx – UBND xã Vĩnh An", "Cùng ô ở các đơn vị khác"),
                found.sources().stream().map(DifferenceCase.SourceTable::title).toList());
        var own = found.sources().getFirst();
        assertEquals(List.of("Dòng", "Số lượng", "Trong đó nữ"), own.columns());
        assertEquals(
                List.of("Số người từ 15 tuổi trở lên", "12.000", "50"),
                own.rows().getFirst().cells());
        assertEquals(1, own.rows().getFirst().marked());
        assertEquals(-1, own.rows().get(1).marked());
        assertEquals("d.xlsx", own.rows().getFirst().file());
        assertFalse(own.rows().getFirst().place().address().isEmpty());
        assertEquals(
                List.of(
                        List.of("UBND xã Tân Thủy", "100"),
                        List.of("UBND xã Hòa Bình", "110"),
                        List.of("UBND phường An Thới", "120")),
                found.sources().get(1).rows().stream()
                        .map(DifferenceCase.SourceRow::cells)
                        .toList());
        assertEquals(List.of("Chấp nhận 12.000"), labels(found));
        assertTrue(found.choices().get(1) instanceof Choice.OtherValue(var cell, var label, var proposed)
                && cell.given().equals("tổng")
                && label.equals("Số người từ 15 tuổi trở lên, Số lượng")
                && proposed.equals("12.000"));
        var others = own.rows().get(1).values();
        assertEquals(
                List.of("60", "30"),
                others.stream().map(Choice.OtherValue::proposed).toList());
        assertEquals(
                new Verdict.DecidedCell("vĩnhAn", "tổng.thànhThị", "Thành thị", 2, "nữ"),
                others.get(1).cell());
    }

    @Test
    void decisionsAreWrittenIntoTheTextAndTakeEffect() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu // giữ nguyên");
        var session = open();
        var returns = session.read(RunProgress.NONE);
        var magnitude = difference(session.merge(returns, Progress.NONE).differences(), "CONS-MAGNITUDE");
        var found = find(session, returns, magnitude);
        var before = text;
        decide(ready(found, 0), "đã gọi xác nhận 20/12");
        assertTrue(text.contains("vĩnhAn, tổng, sốLượng: chấp nhận (\"đã gọi xác nhận 20/12\")"), text);
        assertTrue(text.contains("gộp cộng theo chỉ tiêu // giữ nguyên\n"), text);
        assertTrue(text.startsWith(before.substring(0, before.indexOf("đợt tổng hợp"))), text);
        var later = open();
        var again = later.again(returns).orElseThrow();
        var decided = difference(later.merge(again, Progress.NONE).differences(), "CONS-MAGNITUDE");
        assertEquals("chấp nhận (đã gọi xác nhận 20/12)", decided.decided());
        // Another decision replaces it.
        var cell = ((Choice.OtherValue) found.choices().get(1)).cell();
        decide(new Verdict.Keep(cell, "1.200,5"), "");
        assertTrue(text.contains("vĩnhAn, tổng, sốLượng: giữ 1200,5\n"), text);
        assertFalse(text.contains("chấp nhận"), text);
        var last = open();
        var merged = last.merge(last.again(returns).orElseThrow(), Progress.NONE);
        assertEquals("1530.5", Office.cells(merged).get("tổng/sốLượng"));
    }

    @Test
    void mergingAndWritingCanBeCancelled() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu");
        var session = open();
        var returns = session.read(RunProgress.NONE);
        assertThrows(CancellationException.class, () -> session.merge(returns, loaded -> loaded < 2));
        var asked = new AtomicInteger();
        assertThrows(CancellationException.class, () -> session.write(returns, rows -> asked.incrementAndGet() < 12));
        var names = session.write(returns, Progress.NONE).files().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        assertTrue(names.containsAll(List.of("D.bieu", "D.xlsx", "D.docx", "D-tinh-hinh-nop.xlsx")), names::toString);
    }

    @Test
    void valueThatDoesNotFitIsRefused() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu");
        var cell = new Verdict.DecidedCell("vĩnhAn", "tổng", "", 1, "sốLượng");
        var refused = assertThrows(IllegalStateException.class, () -> decide(new Verdict.Keep(cell, "nhiều"), ""));
        assertTrue(refused.getMessage().contains("«nhiều» không hợp kiểu cột «Số lượng»"), refused.getMessage());
        var unknown = new Verdict.DecidedCell("khôngCó", "tổng", "", 1, "sốLượng");
        assertThrows(IllegalStateException.class, () -> decide(new Verdict.Accept(unknown), ""));
    }

    @Test
    void twoReturnsAreComparedByTheirDifferences() throws Exception {
        office.receive("a.xlsx", "UBND xã Tân Thủy", Office.rows(100, 50, 60, 30, 40, 20, 80, 40));
        office.receive("a2.xlsx", "UBND xã Tân Thủy", Office.rows(100, 50, 60, 30, 40, 20, 85, 40));
        write("gộp cộng theo chỉ tiêu");
        var session = open();
        var returns = session.read(RunProgress.NONE);
        var found = find(session, returns, difference(returns.differences(), "CONS-TWICE"));
        assertEquals(
                List.of(List.of("Số người có việc làm", "Số lượng", "80")),
                found.sources().getFirst().rows().stream()
                        .map(DifferenceCase.SourceRow::cells)
                        .toList());
        assertEquals(
                List.of(List.of("Số người có việc làm", "Số lượng", "85")),
                found.sources().get(1).rows().stream()
                        .map(DifferenceCase.SourceRow::cells)
                        .toList());
        assertEquals(List.of("Lấy tệp «a.xlsx»", "Lấy tệp «a2.xlsx»"), labels(found));
        decide(ready(found, 1), "bản sau là bản đúng");
        assertTrue(text.contains("tânThủy: lấy tệp \"a2.xlsx\" (\"bản sau là bản đúng\")"), text);
        var again = open().again(returns).orElseThrow();
        assertEquals(UnitStatus.State.SENT, again.statuses().getFirst().state());
        assertEquals(
                "a2.xlsx",
                again.statuses().getFirst().taken().orElseThrow().file().name());
    }

    @Test
    void fileOfAnUnknownUnitIsAssigned() throws Exception {
        office.receive("x.xlsx", "", Office.rows(100, 50, 60, 30, 40, 20, 80, 40));
        write("gộp cộng theo chỉ tiêu");
        var session = open();
        var returns = session.read(RunProgress.NONE);
        var found = find(session, returns, difference(returns.differences(), "CONS-UNIT-UNKNOWN"));
        assertTrue(found.choices().getFirst() instanceof Choice.OtherUnit(var name) && name.equals("x.xlsx"));
        assertEquals(List.of("Không lấy tệp này"), labels(found));
        decide(new Verdict.SentBy("x.xlsx", "hòaBình"), "");
        decide(new Verdict.ReceivedOn("x.xlsx", LocalDate.of(2022, 12, 9)), "");
        assertTrue(text.contains("tệp \"x.xlsx\": của hòaBình nhận ngày 09/12/2022\n"), text);
        var again = open().again(returns).orElseThrow();
        assertEquals(
                LocalDate.of(2022, 12, 9),
                again.statuses().get(1).taken().orElseThrow().received());
        decide(new Verdict.NoReturn("x.xlsx"), "bản nháp");
        assertTrue(text.contains("tệp \"x.xlsx\": không lấy (\"bản nháp\")\n"), text);
        assertEquals(
                FileStatus.State.IGNORED,
                open().again(returns).orElseThrow().files().getFirst().state());
    }

    @Test
    void unitIsExempt() throws Exception {
        write("gộp cộng theo chỉ tiêu");
        decide(new Verdict.Exempt("anThới"), "đã sáp nhập");
        decide(new Verdict.Exempt("anThới"), "đã sáp nhập từ 01/7");
        assertTrue(text.contains("anThới: không phải nộp (\"đã sáp nhập từ 01/7\")\n"), text);
        assertEquals(1, text.split("không phải nộp").length - 1);
        decide(new Verdict.NoReturn("nháp.docx"), "");
        assertTrue(text.contains("""
                            quyết định {
                                anThới: không phải nộp ("đã sáp nhập từ 01/7")
                                tệp "nháp.docx": không lấy
                            }
                        """), text);
        var session = open();
        assertEquals(
                UnitStatus.State.EXEMPT,
                session.read(RunProgress.NONE).statuses().get(2).state());
    }

    @Test
    void filesAreReadAgainIfTheFormChanges() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu");
        var returns = open().read(RunProgress.NONE);
        text = text.replace("Trong đó nữ", "Nữ");
        assertTrue(open().again(returns).isEmpty());
        text = text + "\n// ghi chú\n";
        assertTrue(open().again(returns).isEmpty());
        text = Files.readString(file) + "\n// ghi chú\n";
        assertTrue(open().again(returns).isPresent());
    }

    @Test
    void unsavedTextIsRead() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu");
        text = text.replace("vĩnhAn \"UBND xã Vĩnh An\"", "");
        assertEquals(3, open().read(RunProgress.NONE).statuses().size());
        text = text.replace("mẫu M\n", "mẫu KhôngCó\n");
        assertThrows(ProblemException.class, this::open);
    }

    @Test
    void stateIsKnownWhileFilesAreRead() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu");
        var session = open();
        var index = new ReturnIndex();
        session.read(new RunProgress() {
            @Override
            public synchronized void summarized(ReturnSummary summary) {
                if (summary.name().compareTo("c") < 0) {
                    index.merge(ReturnIndex.of(summary));
                }
            }
        });
        assertEquals(
                List.of(
                        UnitStatus.State.SENT,
                        UnitStatus.State.SENT,
                        UnitStatus.State.MISSING,
                        UnitStatus.State.MISSING),
                session.soFar(index).units().stream().map(UnitStatus::state).toList());
    }

    @Test
    void newFilesChangeTheStamp() throws Exception {
        receiveFour();
        write("gộp cộng theo chỉ tiêu");
        var session = open();
        var stamp = session.stamp();
        assertEquals(stamp, session.stamp());
        Files.copy(office.returns.resolve("a.xlsx"), office.returns.resolve("e.xlsx"));
        assertFalse(stamp == session.stamp());
    }
}
