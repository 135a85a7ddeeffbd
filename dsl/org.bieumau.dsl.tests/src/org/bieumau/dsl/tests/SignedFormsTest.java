/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.LibraryElement;
import org.junit.jupiter.api.Test;

/** Tests unit of measurement, place, date and signatures of forms, in the filled and the blank form. */
class SignedFormsTest {

    private static final String AGENCY = """
            cơ quan Sở "Sở Tài chính" { địa danh "Quảng Ngãi" người ký Hà "Lê Thị Hà" chức vụ "Giám đốc" }
            """;
    private static final String TEMPLATE = AGENCY + """
            mẫu biểu Thu "THU NGÂN SÁCH" {
                đơn vị tính "triệu đồng"
                cột nguồn "Nguồn": chữ
                có dòng ngày lập
                ký { chức vụ "Người lập biểu" hướng dẫn "Ký, ghi rõ họ tên" }
                ký { chức vụ "Thủ trưởng đơn vị" hướng dẫn "Ký, đóng dấu" }
            }
            """;

    @Test
    void blankFormHasGapsForDateAndSignatures() {
        var blocks = blocks(TEMPLATE, 1);
        assertEquals("Đơn vị tính: triệu đồng", aboveTable(blocks));
        assertEquals(
                List.of(
                        " | …………, ngày …… tháng …… năm ………",
                        "NGƯỜI LẬP BIỂU / (Ký, ghi rõ họ tên) | THỦ TRƯỞNG ĐƠN VỊ / (Ký, đóng dấu)",
                        "[60] | [60]"),
                foot(blocks));
    }

    @Test
    void filledFormNamesItsSigners() {
        var blocks = blocks(TEMPLATE + """
                biểu B lập theo mẫu Thu {
                    đơn vị lập Sở   ngày 05/01/2026
                    dòng "Thuế"
                    ký { họ tên "Nguyễn Văn An" }
                    ký { quyền hạn KT. "Giám đốc" chức vụ "Phó Giám đốc" họ tên "Trần Bình" hướng dẫn "" }
                }
                """, 2);
        assertEquals("Đơn vị tính: triệu đồng", aboveTable(blocks));
        assertEquals(
                List.of(
                        " | Quảng Ngãi, ngày 05 tháng 01 năm 2026",
                        "NGƯỜI LẬP BIỂU / (Ký, ghi rõ họ tên) | KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC",
                        "Nguyễn Văn An | Trần Bình"),
                foot(blocks));
    }

    @Test
    void signerOfTheAgencyFillsABlock() {
        var blocks = blocks(TEMPLATE + """
                biểu B lập theo mẫu Thu {
                    đơn vị lập Sở   đơn vị tính "đồng"   địa danh "Đà Nẵng"
                    ký { }
                    ký { người ký Hà }
                }
                """, 2);
        assertEquals("Đơn vị tính: đồng", aboveTable(blocks));
        assertEquals(
                List.of(
                        " | Đà Nẵng, ngày …… tháng …… năm ………",
                        "NGƯỜI LẬP BIỂU / (Ký, ghi rõ họ tên) | GIÁM ĐỐC / (Ký, đóng dấu)",
                        "[60] | Lê Thị Hà"),
                foot(blocks));
    }

    @Test
    void blankFormOfALibraryShowsNoNames() {
        var blocks = blocks(TEMPLATE + """
                biểu trống B lập theo mẫu Thu { đơn vị lập Sở ngày 05/01/2026 ký { họ tên "Nguyễn Văn An" } }
                """, 2);
        assertEquals(
                List.of(
                        " | …………, ngày …… tháng …… năm ………",
                        "NGƯỜI LẬP BIỂU / (Ký, ghi rõ họ tên) | THỦ TRƯỞNG ĐƠN VỊ / (Ký, đóng dấu)",
                        "[60] | [60]"),
                foot(blocks));
    }

    @Test
    void overlayInheritsWhatItDoesNotSet() {
        var blocks =
                blocks(TEMPLATE + "mẫu biểu Mới dựa trên Thu { đơn vị tính \"tỷ đồng\" không có dòng ngày lập }", 2);
        assertEquals("Đơn vị tính: tỷ đồng", aboveTable(blocks));
        assertEquals(
                List.of("NGƯỜI LẬP BIỂU / (Ký, ghi rõ họ tên) | THỦ TRƯỞNG ĐƠN VỊ / (Ký, đóng dấu)", "[60] | [60]"),
                foot(blocks));
        assertEquals(
                List.of("…………, ngày …… tháng …… năm ………", "GIÁM ĐỐC", "[60]"),
                foot(blocks(TEMPLATE + "mẫu biểu Mới dựa trên Thu { ký { chức vụ \"Giám đốc\" } }", 2)).stream()
                        .map(line -> line.replaceFirst("^ \\| ", ""))
                        .toList());
    }

    @Test
    void moreThanFourSignaturesFillSeveralRows() {
        var template = new StringBuilder("mẫu biểu M \"M\" { cột a \"A\": chữ");
        for (var position : "ABCDE".split("")) {
            template.append(" ký { chức vụ \"").append(position).append("\" họ tên \"Ông " + position + "\" }");
        }
        assertEquals(
                List.of("A | B | C | D", "Ông A | Ông B | Ông C | Ông D", " |  |  | E", " |  |  | Ông E"),
                foot(blocks(template + " }", 0)));
    }

    @Test
    void formWithoutTheseSettingsEndsWithItsTable() {
        var blocks = blocks("mẫu biểu M \"M\" { cột a \"A\": chữ }", 0);
        assertEquals(TableEnd.class, blocks.getLast().getClass());
        assertEquals("M", aboveTable(blocks));
        assertTrue(blocks.contains(new Line(0, 6)), "space between title and table");
    }

    @Test
    void instructionOfASignatureIsPrintedInADocument() {
        var blocks = blocks(AGENCY + """
                biên bản B {
                    cơ quan ban hành Sở   ngày 05/4/2022   trích yếu "họp"
                    nội dung '''
                        Cuộc họp kết thúc.
                    '''
                    ký { chức vụ "Thư ký" hướng dẫn "Ký, ghi rõ họ tên" họ tên "An" }
                    ký { chức vụ "Chủ trì" họ tên "Bình" }
                }
                """, 1);
        assertEquals(List.of("THƯ KÝ / (Ký, ghi rõ họ tên) | CHỦ TRÌ", "An | Bình"), rows(blocks.getLast()));
    }

    /** Returns the last paragraph above the table. */
    private static String aboveTable(List<Block> blocks) {
        var table = blocks.stream().takeWhile(block -> !(block instanceof TableStart));
        return table.filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Returns the rows below the table. */
    private static List<String> foot(List<Block> blocks) {
        var end = blocks.indexOf(new TableEnd());
        assertEquals(new Line(0, 12), blocks.get(end + 1));
        assertEquals(end + 3, blocks.size());
        return rows(blocks.getLast());
    }

    private static List<String> rows(Block block) {
        return ((SideBySide) block)
                .rows().stream()
                        .map(row -> String.join(
                                " | ",
                                row.columns().stream()
                                        .map(SignedFormsTest::text)
                                        .toList()))
                        .toList();
    }

    private static String text(List<SideItem> items) {
        return String.join(
                " / ",
                items.stream()
                        .map(item -> switch (item) {
                            case Paragraph paragraph -> paragraph.text().replace('\u00A0', ' ');
                            case Line line -> "[" + Math.round(line.spaceAfter()) + "]";
                            default -> item.toString();
                        })
                        .toList());
    }

    /** @param index index of the element to lay out */
    private static List<Block> blocks(String text, int index) {
        var resource = Bieu.resource(text);
        assertEquals(List.of(), resource.getErrors());
        var element = (LibraryElement) resource.getContents().get(0).eContents().get(index);
        var blocks = new ArrayList<Block>();
        try (var pass = Layout.of(element, Registry.installed().profile("nd30").orElseThrow())
                .open()) {
            for (var block = pass.next(); block != null; block = pass.next()) {
                blocks.add(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return blocks;
    }
}
