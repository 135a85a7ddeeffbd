/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting;
import org.bieumau.dsl.ide.internal.hover.Hover;
import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.ide.internal.navigation.Symbols;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests navigation between names and their definitions, by cross-reference and in expressions. */
class NavigationTest {

    private static final String TEXT = """
            mẫu biểu M {
                cột tiền "Tiền": số tiền
                cột gấp "Gấp đôi": tính (tiền * 2)
                kiểm tra LỚN báo cảnh báo khi tiền > 5: "{tiền} là lớn"
            }
            biểu B lập theo mẫu M { dòng { tiền 3 } }
            kế hoạch K {
                nội dung '''
                    Tổng là {tổng(B.dòng.tiền)} đồng; tiền là chữ.
                '''
            }
            """;

    private static int at(String marked) {
        return TEXT.indexOf(marked.replace("^", "")) + marked.indexOf('^');
    }

    private static List<Integer> lines(List<Navigation.Location> places) {
        return places.stream()
                .map(place -> (int) TEXT.substring(0, place.offset()).lines().count())
                .toList();
    }

    private static final String TERMS = """
            danh mục Mức { Cao "mức cao" Thấp "mức thấp" }
            mẫu biểu M {
                cột tên "Tên": chữ
                cột mức "Mức": chọn từ Mức
                cột khác "Khác": tính (nếu(tên = "", mức, mức))
                kiểm tra R báo lỗi khi mức = Cao hoặc Thấp <> mức hoặc có(dòng, mức = Thấp): "m"
                kiểm tra Q báo lỗi khi khác = Cao hoặc Cao thuộc dòng.mức hoặc Cao thuộc Mức: "m"
                kiểm tra T báo lỗi khi tên = Cao: "m"
            }
            biểu B lập theo mẫu M { dòng "a" { mức Cao } }
            """;

    /** A term that a condition names without quotation marks is a reference, as in a cell. */
    @Test
    void termsInConditionsAreReferences() {
        var file = Files.any(TERMS);
        var definition = TERMS.indexOf("Cao \"mức");
        var uses = new ArrayList<Integer>(List.of(definition));
        for (int at = TERMS.indexOf("Cao", definition + 1); at >= 0; at = TERMS.indexOf("Cao", at + 1)) {
            var isTerm = !TERMS.startsWith("tên = ", at - 6);
            assertEquals(
                    isTerm ? definition : -1,
                    new Navigation(file)
                            .definition(at + 1)
                            .map(Navigation.Location::offset)
                            .orElse(-1),
                    TERMS.substring(at - 10, at));
            assertEquals(
                    isTerm ? Highlighting.Kind.REFERENCE : Highlighting.Kind.NAME,
                    Highlighting.of(file, at, at + 1).getFirst().kind());
            assertEquals(
                    isTerm ? "mức cao" : "",
                    Hover.at(file, at + 1).map(Hover::text).orElse(""));
            if (isTerm) {
                uses.add(at);
            }
        }
        assertEquals(6, uses.size());
        assertEquals(
                uses,
                new Navigation(file)
                        .references(definition).stream()
                                .map(Navigation.Location::offset)
                                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tính (t^iền | cột ^tiền",
                "khi t^iền > | cột ^tiền",
                "{t^iền} là | cột ^tiền",
                "tổng(^B.dòng | biểu ^B lập",
                "{ t^iền 3 | cột ^tiền",
                "mẫu ^M { dòng | biểu ^M {"
            })
    void nameLeadsToItsDefinition(String from, String to) {
        assertEquals(
                at(to),
                new Navigation(Files.right(TEXT))
                        .definition(at(from))
                        .orElseThrow()
                        .offset());
    }

    @Test
    void functionsAndPlainTextHaveNoDefinition() {
        assertTrue(new Navigation(Files.right(TEXT)).definition(at("{t^ổng(")).isEmpty());
        assertTrue(
                new Navigation(Files.right(TEXT)).definition(at("đồng; t^iền")).isEmpty());
    }

    @Test
    void referencesAndOccurrencesIncludeExpressionsAndMessages() {
        var navigation = new Navigation(Files.right(TEXT));
        assertEquals(
                List.of(2, 3, 4, 4, 6),
                lines(navigation.references(at("cột ^tiền"))).stream().sorted().toList());
        assertEquals(List.of(2, 3, 4, 4, 6), lines(navigation.occurrences(at("khi t^iền"))));
        assertEquals(List.of(6, 9), lines(navigation.occurrences(at("biểu ^B"))));
    }

    @Test
    void renameChangesExpressionsAndMessages() {
        var edits = new Navigation(Files.right(TEXT))
                .rename(at("cột ^tiền"), "kinhPhí").stream()
                        .map(place -> new TextEdit(place.offset(), place.length(), "kinhPhí"))
                        .sorted((one, other) -> one.offset() - other.offset())
                        .toList();
        var renamed = TextEdit.apply(edits, TEXT);
        assertEquals(
                TEXT.replace("cột tiền", "cột kinhPhí")
                        .replace("(tiền * 2)", "(kinhPhí * 2)")
                        .replace("khi tiền", "khi kinhPhí")
                        .replace("{tiền} là", "{kinhPhí} là")
                        .replace("dòng { tiền", "dòng { kinhPhí"),
                renamed);
    }

    @Test
    void symbolsAreTheItemsOfTheOutline() {
        assertEquals(
                List.of("M", "Tiền", "Gấp đôi", "LỚN", "B", "Kế hoạch K"),
                Symbols.of(Files.right(TEXT)).stream()
                        .map(Symbols.Symbol::label)
                        .toList());
    }
}
