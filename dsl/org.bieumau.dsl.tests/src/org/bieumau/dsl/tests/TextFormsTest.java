/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bieumau.dsl.services.BieuGrammarAccess;
import org.bieumau.model.Library;
import org.bieumau.model.Named;
import org.bieumau.model.NumberValue;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.serializer.ISerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextFormsTest {

    static List<String> examples() {
        return Samples.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void nfdBomAndCrlfGiveTheSameModel(String example) {
        var text = Samples.text(example);
        var expected = Bieu.dump(Bieu.resource(text));
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertNotEquals(text, decomposed);
        assertEquals(expected, Bieu.dump(Bieu.resource(decomposed)), "NFD");
        assertEquals(expected, Bieu.dump(Bieu.resource("\uFEFF" + text)), "BOM");
        assertEquals(expected, Bieu.dump(Bieu.resource(text.replace("\n", "\r\n"))), "CRLF");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-250; -250; -250",
                "-1.234.567,05; -1234567.05; -1.234.567,05",
                "- 12,5; -12.5; -12,5",
                "−3; -3; -3",
                "-0,004; -0.004; -0,004",
                "250; 250; 250"
            })
    void numbersInCellsMayHaveASign(String written, BigDecimal number, String serialized) {
        var resource = Bieu.resource(Bieu.TEMPLATE
                + "biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"a\" { tiền %s tậpThể X } } }".formatted(written));
        assertEquals(List.of(), resource.getErrors());
        var value = EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), NumberValue.class)
                .getFirst();
        assertEquals(number, value.getNumber());
        var copy = (Library) EcoreUtil.copy(resource.getContents().get(0));
        var fresh = Bieu.resource("");
        fresh.getContents().clear();
        fresh.getContents().add(copy);
        var text = Bieu.INJECTOR
                .getInstance(ISerializer.class)
                .serialize(copy, SaveOptions.newBuilder().format().getOptions());
        assertTrue(text.contains("tiền " + serialized + " tậpThể"), text);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void offsetsInDecomposedTextAreCorrect(String example) {
        var text = Normalizer.normalize(Samples.text(example), Normalizer.Form.NFD);
        var resource = Bieu.resource(text);
        var leaves = new StringBuilder();
        resource.getParseResult().getRootNode().getLeafNodes().forEach(leaf -> leaves.append(leaf.getText()));
        assertEquals(text, leaves.toString());
        for (var named : EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Named.class)) {
            if (named.getName() == null) {
                continue;
            }
            var node = NodeModelUtils.getNode(named);
            assertTrue(
                    Normalizer.normalize(node.getText(), Normalizer.Form.NFC).contains(named.getName()),
                    named::getName);
        }
    }

    @Test
    void everyKeywordExceptOperatorsMayBeAName() {
        var refused = new TreeSet<String>();
        for (var keyword : GrammarUtil.getAllKeywords(
                Bieu.INJECTOR.getInstance(BieuGrammarAccess.class).getGrammar())) {
            if (keyword.codePoints().allMatch(Character::isLetterOrDigit)) {
                var resource = Bieu.resource("cơ quan " + keyword + " \"x\" { trực thuộc " + keyword + " }\n" + "biểu "
                        + keyword + " lập theo mẫu " + keyword);
                if (!resource.getErrors().stream()
                                .allMatch(e -> e.getMessage().contains(keyword)
                                        && !e.getMessage().contains("read"))
                        || EcoreUtil2.getAllContentsOfType(
                                                resource.getContents().get(0), Named.class)
                                        .size()
                                != 2) {
                    refused.add(keyword);
                }
            }
        }
        assertEquals(Set.of("hoặc", "không", "sai", "thuộc", "và", "đúng"), refused);
    }
}
