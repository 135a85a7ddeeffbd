/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.bieumau.dsl.ide.hover.Hover;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the place marked by |. */
class HoverTest {

    private static final String TEXT = """
            cơ quan S "Sở Khoa học" { viết tắt "SKH" hiệu lực từ 01/7/2025 }
            viện dẫn NĐ: nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của "Chính phủ" về "công tác văn thư"
            danh mục LV { Tài "Tài chính" }
            mẫu biểu M "MẪU" {
                cột tên "Họ và tên": chữ
                cột tiền "Tiền": số tiền
                lĩnh vực theo LV
                kiểm tra R báo lỗi khi tổng(dòng.tiền) > 1 và tiền > trung bình(dòng, tiền): "m"
            }
            kiểm tra Q cho kế hoạch báo lỗi khi đếm(thời hạn) = 0 và không có(mục, tên = ""): "m"
            biểu B lập theo mẫu M { đơn vị lập S lĩnh vực Tài { dòng "An" { tiền 5 } } }
            kế hoạch K {
                cơ quan ban hành S
                nội dung '''
                    Theo [NĐ].
                '''
            }
            """;

    @RegisterExtension
    final UserLocale locale = new UserLocale(Locale.of("vi", "VN"));

    private static String at(String marked) {
        var start = TEXT.indexOf(marked.replace("^", ""));
        return Hover.at(Files.right(TEXT), start + marked.indexOf('^')).map(Hover::text).orElse("").replace("\n", " / ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "khi t^ổng( | tổng(danh sách số) hoặc tổng(danh sách, giá trị): tổng các số",
        "trung bì^nh( | trung bình(danh sách số) hoặc trung bình(danh sách, giá trị): trung bình cộng, 0 nếu danh sách trống",
        "thời h^ạn) | thời hạn: các ngày sau «trước ngày», «chậm nhất ngày»", "và tiề^n > | Tiền / tiền: số tiền",
        "mẫu ^M { đơn | MẪU", "lập ^S | Sở Khoa học / SKH / hiệu lực từ 01/7/2025", "lĩnh vực T^ài { | Tài chính", "{ t^iền 5 | Tiền / tiền: số tiền",
        "[N^Đ] | Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư", "k^ế hoạch K | ''", "Th^eo | ''"})
    void aWordSaysWhatItStandsFor(String marked, String text) {
        assertEquals(text, at(marked));
    }

    @Test
    void theWordAsAWholeIsMeant() {
        var hover = Hover.at(Files.right(TEXT), TEXT.indexOf("trung bình(dòng") + 8).orElseThrow();
        assertEquals("trung bình", TEXT.substring(hover.offset(), hover.offset() + hover.length()));
    }

    @Test
    void theCommentBeforeADefinitionIsSaidToo() {
        var text = "/* Dùng cho các sở. */\ncơ quan A \"Á\"\nmẫu văn bản M(năm: năm): báo cáo { cơ quan ban hành A }\nbáo cáo B theo mẫu M(năm = 2026) { }\n";
        var file = Files.right(text);
        assertEquals("Á\nDùng cho các sở.", Hover.at(file, text.indexOf("A }")).orElseThrow().text());
        assertEquals("báo cáo M\nnăm: năm", Hover.at(file, text.indexOf("M(năm =")).orElseThrow().text().toLowerCase().replace("báo cáo m", "báo cáo M"));
    }
}
