/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.model.CitationRun;
import org.bieumau.model.ConditionalLines;
import org.bieumau.model.Document;
import org.bieumau.model.InterpolationRun;
import org.bieumau.model.Paragraph;
import org.bieumau.model.Prose;
import org.bieumau.model.ProseLine;
import org.bieumau.model.RepeatedLines;
import org.bieumau.model.Run;
import org.bieumau.model.StyledRun;
import org.bieumau.model.TextRun;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    private static final String HEAD = "viện dẫn QĐ1: quyết định số 1/QĐ-UBND\nkế hoạch K { nội dung '''";

    private static Prose prose(String text) {
        return EcoreUtil2.getAllContentsOfType(Bieu.parse(HEAD + text + "''' }"), Prose.class)
                .get(0);
    }

    /** Returns lines in a short notation: marker|runs, B, I, S for styles, @ for citations, = for expressions. */
    private static String show(List<ProseLine> lines) {
        return lines.stream()
                .map(line -> switch (line) {
                    case Paragraph p ->
                        (p.getMarker() == null ? "" : p.getMarker().getText()) + "|" + showRuns(p.getRuns());
                    case ConditionalLines c -> "if(" + show(c.getLines()) + ")";
                    case RepeatedLines r -> r.getName() + "(" + show(r.getLines()) + ")";
                    default -> "?";
                })
                .collect(Collectors.joining(" / "));
    }

    private static String showRuns(List<Run> runs) {
        return runs.stream()
                .map(run -> switch (run) {
                    case TextRun t -> t.getText();
                    case StyledRun s ->
                        (s.isBold() ? "B" : s.isItalic() ? "I" : "S") + "<" + showRuns(s.getRuns()) + ">";
                    case CitationRun c -> "@" + c.getCitation().getName();
                    case InterpolationRun i -> "=";
                    default -> "?";
                })
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "một đoạn                     ~ |một đoạn",
                "I. MỤC                       ~ I.|MỤC",
                "1. một                       ~ 1.|một",
                "đ) điểm                      ~ đ)|điểm",
                "- gạch                       ~ -|gạch",
                "+ cộng                       ~ +|cộng",
                "Điều 1. Phạm vi              ~ Điều 1.|Phạm vi",
                "Chương II                    ~ Chương II|",
                "Điều 63 của Luật             ~ |Điều 63 của Luật",
                "IIII. sai                    ~ |IIII. sai",
                "2021. năm                    ~ |2021. năm",
                "-liền                        ~ |-liền",
                "a **b** c                    ~ |a B<b> c",
                "*a **b** c*                  ~ |I<a B<b> c>",
                "**a *b***                    ~ |B<a I<b>>",
                "*a **b***                    ~ |I<a B<b>>",
                "***a***                      ~ |B<I<a>>",
                "2 * 3 = 6                    ~ |2 * 3 = 6",
                "2*3*4 = 24                   ~ |2*3*4 = 24",
                "2**3**4                      ~ |2**3**4",
                "a*b và c*d                   ~ |a*b và c*d",
                "số (*) và số (*)             ~ |số (*) và số (*)",
                "(**) và (**)                 ~ |(**) và (**)",
                "\\[*] và “*” và \"*\" và \"*\" ~ |[*] và “*” và \"*\" và \"*\"",
                "(a+b)*(c+d)*(e)              ~ |(a+b)*(c+d)*(e)",
                "{1}*{2}*{3}                  ~ |=*=*=",
                "{1}*m*                       ~ |=*m*",
                "khách sạn 3*, 4* và 5*       ~ |khách sạn 3*, 4* và 5*",
                "tệp *.docx và *.pdf          ~ |tệp *.docx và *.pdf",
                "(*, **) và (*, **)           ~ |(*, **) và (*, **)",
                "* - * và */*                 ~ |* - * và */*",
                "*Ghi chú: số liệu            ~ |*Ghi chú: số liệu",
                "*một và *hai*                ~ |*một và I<hai>",
                "(*nghiêng*), “*nghiêng*”.    ~ |(I<nghiêng>), “I<nghiêng>”.",
                "*(nghiêng)*: **“đậm”**;      ~ |I<(nghiêng)>: B<“đậm”>;",
                "**Điều 1**(sửa)              ~ |B<Điều 1>(sửa)",
                "*{1}* và **[QĐ1]**{2}        ~ |I<=> và B<@QĐ1>=",
                "ki**\\l\\o**gam            ~ |kiB<lo>gam",
                "**\\g**iữa, đầ**\\u**    ~ |B<g>iữa, đầB<u>",
                "*\\một **\\b\\a*****hai** ~ |I<một B<ba>>B<hai>",
                "*x^{2*}* và y^{*}            ~ |I<xS<2*>> và yS<*>",
                "*a* – *b* *c*                ~ |I<a> – I<b> I<c>",
                "**a *b* c** và *a **b** c*   ~ |B<a I<b> c> và I<a B<b> c>",
                "***a* b** và ***a** b*       ~ |B<I<a> b> và I<B<a> b>",
                "25^{0}C                      ~ |25S<0>C",
                "theo [QĐ1], {1 + 1} lần      ~ |theo @QĐ1, = lần",
                "\\1. chữ \\* \\[x\\]         ~ |1. chữ * [x]",
                "nói 'a' và ''b'' rồi         ~ |nói 'a' và ''b'' rồi",
                "Nếu là câu thường:           ~ |Nếu là câu thường:"
            })
    void lineIsParsed(String line, String expected) {
        assertEquals(expected, show(prose("\n  " + line + "\n").getLines()));
        assertEquals(expected, show(prose(line).getLines()), "on the line of the quotes");
    }

    @Test
    void indentedLinesBelongToTheHeaderAbove() {
        assertEquals("|a / if(-|b / x(|c / |d)) / |e", show(prose("""

                a
                nếu 1 > 0:
                    - b

                    với mỗi x trong LV:
                        c
                        d
                e
                """).getLines()));
    }

    @Test
    void nodeTreeContainsEveryCharacter() {
        var text = HEAD + "\n   I. *A*  \r\n\n \tb [QĐ1] {x} ^{2}\r\n ''' }";
        var resource = Bieu.resource(text);
        var leaves = new StringBuilder();
        resource.getParseResult().getRootNode().getLeafNodes().forEach(leaf -> leaves.append(leaf.getText()));
        assertEquals(text, leaves.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a **b", "a [QĐ1", "a {1 +", "a ^{2", "a **b* c", "nếu 1 >:\n  x", "a []", "x {\"abc} y"})
    void brokenLineDoesNotAffectOtherLines(String broken) {
        var resource = Bieu.resource(HEAD + "\ntrước\n" + broken + "\nsau\n''' }\nkế hoạch L { }");
        var paragraphs = EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Paragraph.class);
        var texts = paragraphs.stream()
                .map(p -> showRuns(
                        p.getRuns().stream().filter(TextRun.class::isInstance).toList()))
                .toList();
        assertTrue(texts.contains("trước") && texts.contains("sau"), texts::toString);
        var errors = resource.getErrors();
        assertTrue(!errors.isEmpty() && errors.size() <= 3, errors::toString);
        assertTrue(errors.stream().allMatch(e -> e.getLine() >= 4 && e.getLine() <= 5), errors::toString);
        assertEquals(
                2,
                EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Document.class)
                        .size());
    }

    @Test
    void runsHaveTheirTextRange() {
        var text = HEAD + "\n  - Một **hai** [QĐ1].\n''' }";
        var bold = EcoreUtil2.getAllContentsOfType(Bieu.parse(text), StyledRun.class)
                .get(0);
        var node = NodeModelUtils.getNode(bold);
        assertEquals("**hai**", text.substring(node.getOffset(), node.getEndOffset()));
    }
}
