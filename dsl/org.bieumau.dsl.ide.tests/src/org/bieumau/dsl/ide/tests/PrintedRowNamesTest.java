/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bieumau.dsl.ide.internal.completion.Completion;
import org.bieumau.dsl.ide.internal.completion.Proposal;
import org.bieumau.dsl.ide.internal.hover.Hover;
import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.ide.internal.outline.Outline;
import org.bieumau.dsl.ide.internal.outline.OutlineItem;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the names of rows that are printed with a form: proposals, hover, outline, and renaming in all paths. */
class PrintedRowNamesTest {

    private static final String TEXT = """
            mẫu biểu M "M" {
                cột tên "Tên": chữ
                cột n "Số": số
                chỉ tiêu {
                    tổng "1" "Tổng" { thị "a" "Thành thị" }
                    khác "2" "Khác", thêm dòng { thị "a" "Thành thị" }
                }
                kiểm tra R báo lỗi khi tổng.n < tổng.thị.n hoặc khác.thị.n < 0: "{tổng.n}"
            }
            mẫu biểu N dựa trên M { đổi tên chỉ tiêu tổng.thị thành "Đô thị" }
            biểu B lập theo mẫu M {
                nguồn "x.xlsx" { phần "trang «PL»" cột "D" là n }
                chỉ tiêu tổng { n 10 }
                chỉ tiêu tổng.thị (nguồn 15) { n 4 }
                chỉ tiêu khác.thị { n 4 }
                dòng trong khác "Xe" { n 1 }
            }
            ánh xạ X cho M { chỉ tiêu "Đô thị" là tổng.thị }
            """;

    @RegisterExtension
    final UserLocale locale = new UserLocale(Locale.ENGLISH);

    private static List<Proposal> proposals(String marked) {
        var text = TEXT + marked;
        return Completion.at(Files.any(text.replace("‸", "")), text.indexOf('‸'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            biểu C lập theo mẫu M { chỉ tiêu ‸ }        | khác,khác.thị,tổng,tổng.thị
            biểu C lập theo mẫu M { chỉ tiêu thi‸ }     | khác.thị,tổng.thị
            biểu C lập theo mẫu M { chỉ tiêu tổng.‸ }   | tổng.thị
            biểu C lập theo mẫu M { dòng trong k‸ }     | khác
            ánh xạ Y cho M { chỉ tiêu "x" là tong.‸ }   | tổng.thị
            mẫu biểu P dựa trên M { bỏ chỉ tiêu t‸ }    | khác.thị,tổng,tổng.thị
            biểu C lập theo mẫu M { chỉ tiêu tổng { ‸ } } | n
            """)
    void pathsAreProposed(String marked, String expected) {
        assertEquals(
                expected,
                String.join(
                        ",",
                        proposals(marked).stream()
                                .filter(proposal -> proposal.kind() == Proposal.Kind.NAME)
                                .map(proposal -> proposal.text().strip())
                                .sorted()
                                .toList()));
    }

    @Test
    void rowsAreProposedInRules() {
        var labels = proposals("mẫu biểu P dựa trên M { kiểm tra Q báo lỗi khi ‸ }").stream()
                .map(Proposal::label)
                .toList();
        assertTrue(labels.containsAll(List.of("tổng", "khác", "n")), labels::toString);
        var members = proposals("mẫu biểu P dựa trên M { kiểm tra Q báo lỗi khi tổng.‸ }").stream()
                .map(Proposal::label)
                .toList();
        assertTrue(members.containsAll(List.of("thị", "n")), members::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            thị (nguồn  | Tổng › Thành thị
            thị.n hoặc  | Tổng › Thành thị
            15)         | Source: x.xlsx, trang «PL»
            4 }         | Source: x.xlsx, trang «PL»
            """)
    void hoverTellsRowAndOrigin(String at, String expected) {
        var hover = Hover.at(Files.right(TEXT), TEXT.indexOf(at)).orElseThrow();
        assertTrue(hover.text().startsWith(expected), hover.text());
    }

    @Test
    void hoverOfACellWithoutOriginShowsNone() {
        assertFalse(Hover.at(Files.right(TEXT), TEXT.indexOf("10 }")).isPresent());
    }

    @Test
    void outlineShowsRowsAndAssignments() {
        var outline = Outline.of(Files.right(TEXT));
        var template = outline.getFirst().children();
        assertEquals(
                List.of("1 Tổng", "2 Khác"),
                template.get(2).children().stream().map(OutlineItem::label).toList());
        assertEquals(
                List.of("1 Tổng", "a Thành thị", "a Thành thị", "Xe"),
                outline.get(2).children().stream().map(OutlineItem::label).toList());
        assertEquals(
                List.of("Đô thị"),
                outline.get(3).children().stream().map(OutlineItem::label).toList());
    }

    /** Renames what is at an offset and returns the text, which must be right. */
    private static String renamed(int offset, String name) {
        var edits = new Navigation(Files.right(TEXT))
                .rename(offset, name).stream()
                        .map(place -> new TextEdit(place.offset(), place.length(), name))
                        .sorted(Comparator.comparingInt(TextEdit::offset))
                        .toList();
        var text = TextEdit.apply(edits, TEXT);
        Files.right(text);
        return text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tổng \"1\"", "tổng.n <", "tổng { n"})
    void renamingARowChangesThePathsOfTheRowsBelow(String at) {
        var expected = TEXT.replaceAll("(?<![\\p{L}])tổng(?=[ .])", "chung");
        assertEquals(expected, renamed(TEXT.indexOf(at), "chung"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thị \"a\"", "thị.n hoặc", "thị (nguồn"})
    void renamingAnInnerRowKeepsRowsOfTheSameNameElsewhere(String at) {
        var expected = TEXT.replace("tổng.thị", "tổng.phố")
                .replace("{ thị \"a\" \"Thành thị\" }\n        khác", "{ phố \"a\" \"Thành thị\" }\n        khác");
        assertEquals(expected, renamed(TEXT.indexOf(at), "phố"));
    }
}
