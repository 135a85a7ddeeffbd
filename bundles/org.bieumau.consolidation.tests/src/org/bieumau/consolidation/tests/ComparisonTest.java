/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bieumau.consolidation.internal.compare.Comparison;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the comparison of two documents by division, and of two forms by row and column. */
class ComparisonTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void useVietnamese() {
        Locale.setDefault(Locale.of("vi", "VN"));
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private static final String PLAN = """
            kế hoạch K { trích yếu "công tác năm" nội dung '''
            %s
            ''' }
            """;
    private static final String BEFORE = """
            I. MỤC ĐÍCH
            1. Nâng cao chất lượng công tác dân vận chính quyền.
            2. Bảo đảm thiết thực, tránh hình thức, lãng phí.
            II. NHIỆM VỤ
            1. Tuyên truyền các văn bản của Trung ương, của Tỉnh.
            - Tổ chức 02 hội nghị tuyên truyền tại các xã miền núi.
            - In 500 tờ rơi về cải cách hành chính.
            2. Đẩy mạnh cải cách thủ tục hành chính trong quý III.
            III. TỔ CHỨC THỰC HIỆN
            1. Văn phòng theo dõi, đôn đốc việc thực hiện kế hoạch.
            """;

    private static Comparison compare(String before, String after) throws Exception {
        return Comparison.of(
                element(before),
                element(after),
                Registry.installed().profile(LayoutProfile.DEFAULT).orElseThrow());
    }

    private static LibraryElement element(String text) throws Exception {
        var elements = new BieuReader().read(text).library().getElements();
        return elements.getLast();
    }

    private static List<String> changesOfPlan(String after) throws Exception {
        return changes(compare(PLAN.formatted(BEFORE), PLAN.formatted(after)));
    }

    /** Returns the kind, place, texts and note of each difference. */
    private static List<String> changes(Comparison comparison) {
        return comparison.records().stream().map(ComparisonTest::text).toList();
    }

    private static String text(Map<String, Object> change) {
        return "%s %s: %s -> %s (%s)"
                .formatted(
                        change.get("kind"),
                        change.get("place"),
                        change.get("earlier"),
                        change.get("later"),
                        change.get("note"));
    }

    @Test
    void equalPlansHaveNoDifference() throws Exception {
        assertEquals(List.of(), changesOfPlan(BEFORE));
    }

    @Test
    void spacesAndNumbersOfDivisionsAreNoDifference() throws Exception {
        assertEquals(
                List.of("dropped I.1: 1. Nâng cao chất lượng công tác dân vận chính quyền. ->  ()"),
                changesOfPlan(BEFORE.replace("1. Nâng cao chất lượng công tác dân vận chính quyền.\n", "")
                        .replace("2. Bảo đảm", "1. Bảo đảm")));
    }

    @Test
    void changedWordsAreOneDifferenceAtTheirPlace() throws Exception {
        assertEquals(
                List.of(
                        "changed II.2: Đẩy mạnh cải cách thủ tục hành chính trong quý III. -> Đẩy mạnh cải cách thủ tục hành chính trong quý II. ()"),
                changesOfPlan(BEFORE.replace("quý III", "quý II")));
    }

    @Test
    void addedTaskIsOneDifferenceWithItsPoints() throws Exception {
        assertEquals(
                List.of("added II.3:  -> 3. Tiếp công dân định kỳ.\n- Mỗi tháng hai buổi. ()"),
                changesOfPlan(BEFORE.replace("III. TỔ", "3. Tiếp công dân định kỳ.\n- Mỗi tháng hai buổi.\nIII. TỔ")));
    }

    @Test
    void taskInAnotherDivisionHasMoved() throws Exception {
        var task = "- In 500 tờ rơi về cải cách hành chính.\n";
        assertEquals(
                List.of(
                        "moved II.2: - In 500 tờ rơi về cải cách hành chính. -> - In 500 tờ rơi về cải cách hành chính. (II.1)"),
                changesOfPlan(BEFORE.replace(task, "").replace("quý III.\n", "quý III.\n" + task)));
    }

    @Test
    void movedTaskIsFoundWithinADivisionThatWasDropped() throws Exception {
        var changes = changesOfPlan(BEFORE.replace("1. Tuyên truyền các văn bản của Trung ương, của Tỉnh.\n", "")
                .replace("- Tổ chức 02 hội nghị tuyên truyền tại các xã miền núi.\n", "")
                .replace("- In 500 tờ rơi về cải cách hành chính.\n", "")
                .replace("2. Đẩy mạnh", "1. Đẩy mạnh")
                .replace("quý III.\n", "quý III.\n- In 500 tờ rơi về cải cách hành chính.\n"));
        assertEquals(
                List.of(
                        "dropped II.1: 1. Tuyên truyền các văn bản của Trung ương, của Tỉnh.\n- Tổ chức 02 hội nghị tuyên truyền tại các xã miền núi. ->  ()",
                        "moved II.1: - In 500 tờ rơi về cải cách hành chính. -> - In 500 tờ rơi về cải cách hành chính. (II.1)"),
                changes);
    }

    @Test
    void droppedTaskStandsWhereItStood() throws Exception {
        var changes = changesOfPlan(BEFORE.replace("2. Bảo đảm thiết thực, tránh hình thức, lãng phí.\n", "")
                .replace("theo dõi, đôn đốc", "chủ trì, đôn đốc"));
        assertEquals(
                List.of("dropped I.2", "changed III.1"),
                changes.stream()
                        .map(each -> each.substring(0, each.indexOf(':')))
                        .toList());
    }

    private static final String TEMPLATE = """
            mẫu biểu M "BÁO CÁO" {
                cột tt "TT": số thứ tự
                cột tên "Chỉ tiêu": chữ
                cột số "Số lượng": số
                chỉ tiêu {
                    tổng "1" "Tổng số" { nam "Nam" nữ "Nữ" }
                    khác "2" "Khác"
                }
            }
            """;
    private static final String FORM = TEMPLATE + """
            biểu B lập theo mẫu M {
                kỳ %s
                chỉ tiêu tổng { số 1.200 }
                chỉ tiêu tổng.nam { số 700 }
                chỉ tiêu khác { số 0 }
            }
            """;

    @Test
    void changedFiguresTellTheDifferenceAlsoInPercent() throws Exception {
        var changes = changes(compare(
                FORM.formatted(2021),
                FORM.formatted(2022)
                        .replace("1.200", "1.275,5")
                        .replace("số 700", "số 350")
                        .replace("số 0", "số 7")));
        assertEquals(
                List.of(
                        "changed Tổng số: Số lượng: 1.200 -> 1.275,5 (tăng 75,5 (6,3 %))",
                        "changed Tổng số / Nam: Số lượng: 700 -> 350 (giảm 350 (50 %))",
                        "changed Khác: Số lượng: 0 -> 7 (tăng 7)"),
                changes);
    }

    @Test
    void rowsAndColumnsOfLastYearsFormAreFoundAgain() throws Exception {
        var changes = changes(compare(
                FORM.formatted(2021),
                FORM.formatted(2022)
                        .replace("cột số \"Số lượng\"", "cột số \"Số lượng (người)\"")
                        .replace("nữ \"Nữ\"", "nữ \"Nữ\" mới \"Người mới đến\"")
                        .replace("khác \"2\" \"Khác\"", "khác \"2\" \"Các loại khác\"")
                        .replace("tên \"Chỉ tiêu\": chữ", "tên \"Chỉ tiêu\": chữ cột ghiChú \"Ghi chú\": chữ")));
        assertEquals(
                List.of(
                        "renamed Số lượng (người): Số lượng -> Số lượng (người) ()",
                        "added Ghi chú:  -> Ghi chú ()",
                        "added Tổng số / Người mới đến:  -> Người mới đến ()",
                        "renamed Các loại khác: Khác -> Các loại khác ()"),
                changes);
    }

    @Test
    void tableIsAFormThatCanBeExported() throws Exception {
        var comparison = compare(PLAN.formatted(BEFORE), PLAN.formatted(BEFORE.replace("500 tờ", "800 tờ")));
        var file = new BieuReader().write(comparison.table());
        assertEquals(List.of(), file.problems());
        assertTrue(file.text().contains("In **800** tờ"), file.text());
        assertEquals(
                1,
                file.element(Form.class, Comparison.FORM)
                        .orElseThrow()
                        .getSections()
                        .size());
    }
}
