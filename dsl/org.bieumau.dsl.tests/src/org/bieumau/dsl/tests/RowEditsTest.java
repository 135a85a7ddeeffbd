/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.bieumau.model.Entry;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that an edit in a row parses only that row, with the same result as a fresh parse. */
class RowEditsTest {

    /** Number of random edits of each text. {@code -Dbieumau.edits=300} and more for a thorough run. */
    private static final int EDITS = Integer.getInteger("bieumau.edits", 80);

    private static final String[] PIECES = {
        "",
        " ",
        "\n",
        "a",
        "ộ",
        "e\u0302\u0301",
        "X",
        "\"",
        "'''",
        "{",
        "}",
        "// lời",
        "/*",
        "*/",
        "**",
        "[",
        "]",
        "- ",
        "1. ",
        "{1 + 1}",
        "|",
        ",",
        "\\",
        "lĩnh vực",
        "dòng",
        "tên \"b\"",
        "1.500,5",
        "05/4/2026",
        "áp dụng khi (năm = 2026)"
    };
    private static final String FORM = Bieu.TEMPLATE + """
            biểu B lập theo mẫu Mẫu {
                kỳ 2026
                lĩnh vực Tài {
                    // trước dòng
                    dòng "một" { tậpThể X  tiền 5 mức Cao
                        nộiDung \'''
                            - Thực hiện: **việc**
                            - Kết quả: tốt
                        \''' } // sau
                    dòng { tên "hai" cáNhân X }
                }
                lĩnh vực Thanh {
                    dòng "hai" { tậpThể X cáNhân X mức Lạ }
                }
            }
            """.replace("\\'", "'");

    static List<String> texts() {
        return List.of(
                FORM,
                FORM.replace("chữ, bắt buộc", "chữ, bắt buộc, không trùng").replace("    lĩnh vực theo LV", """
                    kiểm tra ÍT báo cảnh báo khi tiền > 0 và tiền < 10: "{tên} ít tiền"
                    lĩnh vực theo LV"""),
                Samples.joined("quangngai-2021-dangky"));
    }

    private static List<String> problems(XtextResource resource) {
        return Bieu.issues(resource).stream()
                .map(issue -> issue.getOffset() + "+" + issue.getLength() + " " + issue.getLineNumber() + " "
                        + issue.getCode() + " " + issue.getMessage())
                .sorted()
                .toList();
    }

    /** Returns each node with its range, its grammar element and its lookahead. */
    private static String tree(XtextResource resource) {
        var tree = new StringBuilder(
                NodeModelUtils.compactDump(resource.getParseResult().getRootNode(), true));
        for (INode node : resource.getParseResult().getRootNode().getAsTreeIterable()) {
            tree.append(node.getTotalOffset())
                    .append('+')
                    .append(node.getTotalLength())
                    .append(' ')
                    .append(System.identityHashCode(node.getGrammarElement()))
                    .append(node instanceof ILeafNode leaf && leaf.isHidden() ? " hidden\n" : "\n");
        }
        return tree.toString();
    }

    private static List<Entry> rows(XtextResource resource) {
        return resource.getContents().isEmpty()
                ? List.of()
                : EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Entry.class);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void editInARowGivesTheResultOfAFreshParse(String start) {
        var random = new Random(start.length());
        var text = start;
        var resource = Bieu.resource(text);
        var parsedAlone = 0;
        for (int i = 0; i < EDITS; i++) {
            if (i % 20 == 19 || resource.getParseResult().hasSyntaxErrors() && random.nextInt(4) > 0) {
                text = start;
                resource = Bieu.resource(text);
            }
            var rows = rows(resource);
            var node = rows.isEmpty()
                    ? resource.getParseResult().getRootNode()
                    : NodeModelUtils.findActualNodeFor(rows.get(random.nextInt(rows.size())));
            var offset = Math.min(text.length() - 1, node.getOffset() + random.nextInt(node.getLength() + 1));
            var length = Math.min(random.nextInt(3), text.length() - offset);
            var piece = PIECES[random.nextInt(PIECES.length)];
            text = text.substring(0, offset) + piece + text.substring(offset + length);
            var root = resource.getContents().get(0);
            problems(resource);
            resource.update(offset, length, piece);
            parsedAlone += resource.getContents().get(0) == root ? 1 : 0;
            var fresh = Bieu.resource(text);
            assertEquals(tree(fresh), tree(resource), text);
            assertEquals(problems(fresh), problems(resource), text);
            assertEquals(Bieu.dump(fresh), Bieu.dump(resource), text);
        }
        assertTrue(parsedAlone > EDITS / 6, "rows parsed alone: " + parsedAlone);
    }

    @Test
    void otherRowsKeepTheirObjects() {
        var resource = Bieu.resource(FORM);
        var before = rows(resource);
        resource.update(FORM.indexOf("\"một") + 1, 3, "mười");
        var after = rows(resource);
        assertNotSame(before.get(0), after.get(0));
        assertEquals("mười", after.get(0).getTitle());
        assertSame(before.get(1), after.get(1));
        assertSame(before.get(2), after.get(2));
    }

    /** A comment that contains the closing brace of a row contains the following text, too. */
    @Test
    void commentMayExtendBeyondItsRow() {
        var text = FORM.replace("dòng { tên \"hai\" cáNhân X }", "dòng \"ba\" { cáNhân X } dòng \"bốn\" { tậpThể X }");
        var resource = Bieu.resource(text);
        resource.update(text.indexOf("{ cáNhân"), 0, "// ");
        var fresh = Bieu.resource(text.replace("{ cáNhân", "// { cáNhân"));
        assertEquals(tree(fresh), tree(resource));
        assertEquals(rows(fresh).size(), rows(resource).size());
    }

    /** A problem of a row may depend on the other rows, so it is checked again. */
    @Test
    void checksOfAllRowsAreRepeated() {
        var text = texts().get(1);
        var resource = Bieu.resource(text);
        assertTrue(codes(resource).contains("FORM-DUPLICATE"));
        resource.update(text.indexOf("\"hai\" cáNhân") + 1, 3, "ba");
        assertTrue(!codes(resource).contains("FORM-DUPLICATE"));
        resource.update(text.indexOf("\"một\"") + 1, 3, "hai");
        assertTrue(codes(resource).contains("FORM-DUPLICATE"));
    }

    /** An expression in a row may depend on the other rows. */
    @Test
    void computedRowsAreCheckedAgainAfterChangesOfOtherRows() {
        var text = FORM.replace("- Kết quả: tốt", "- Kết quả: {tổng(dòng.tiền) / (tổng(dòng.tiền) - 5)}");
        var resource = Bieu.resource(text);
        assertTrue(
                codes(resource).contains("EXPRESSION-DIVISION"), codes(resource).toString());
        resource.update(text.indexOf("\"hai\" cáNhân") + 5, 0, " tiền 5");
        assertTrue(
                !codes(resource).contains("EXPRESSION-DIVISION"),
                codes(resource).toString());
    }

    private static List<String> codes(XtextResource resource) {
        return Bieu.issues(resource).stream().map(issue -> issue.getCode()).toList();
    }
}
