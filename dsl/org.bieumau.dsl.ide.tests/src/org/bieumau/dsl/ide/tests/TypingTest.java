/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bieumau.dsl.ide.internal.typing.LineComments;
import org.bieumau.dsl.ide.internal.typing.Quoted;
import org.bieumau.dsl.ide.internal.typing.Typing;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the completion of typed text. In the texts, | is the caret and ⏎ a line break. */
class TypingTest {

    /** Returns the text in the editor after a key has been typed. */
    private static String typed(String before, String key) {
        var caret = before.indexOf('|');
        var text = before.replace("|", "");
        if (key.equals("⌫")) {
            return Typing.deleted(text, caret - 1)
                    .map(typing -> shown(typing, text))
                    .orElseGet(() -> text.substring(0, caret - 1) + "|" + text.substring(caret));
        }
        return Typing.typed(text, caret, key)
                .map(typing -> shown(typing, text))
                .orElseGet(() -> text.substring(0, caret) + key + "|" + text.substring(caret));
    }

    private static String shown(Typing typing, String text) {
        return new StringBuilder(TextEdit.apply(List.of(typing.edit()), text))
                .insert(typing.caret(), '|')
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "cơ quan S | ; \" ; cơ quan S \"|\"",
                "cơ quan S |Sở\" ; \" ; cơ quan S \"|Sở\"",
                "S \"Sở|\" ; \" ; S \"Sở\"|",
                "S \"Sở \\|\" ; \" ; S \"Sở \\\"|\"",
                "// lời | ; \" ; // lời \"|",
                "/* lời | ; { ; /* lời {|",
                "'''⏎chữ | ; \" ; '''⏎chữ \"|",
                "'''⏎chữ | ; [ ; '''⏎chữ [|]",
                "'''⏎chữ \\| ; [ ; '''⏎chữ \\[|",
                "'''⏎chữ [a|] ; ] ; '''⏎chữ [a]|",
                "biểu B | ; { ; biểu B {|}",
                "biểu B {| ; } ; biểu B {}|",
                "nội dung ''| ; ' ; nội dung '''|'''",
                "nội dung ''|⏎x ; ' ; nội dung '''|'''⏎x",
                "nội dung '''⏎  a⏎  |''' ; ' ; nội dung '''⏎  a⏎  '|''",
                "nội dung '''⏎  a⏎  ''|' ; ' ; nội dung '''⏎  a⏎  '''|",
                "nội dung '''⏎  l|'''⏎ ; ' ; nội dung '''⏎  l'|'''⏎",
                "'''⏎a\\\\'''⏎''| ; ' ; '''⏎a\\\\'''⏎'''|'''",
                "biểu B {|} ; ⌫ ; biểu B |",
                "biểu \"|\" ; ⌫ ; biểu |",
                "biểu B {| } ; ⌫ ; biểu B | }",
                "'''⏎\"|\" ; ⌫ ; '''⏎|\"",
            })
    void pairsAreInsertedSkippedAndDeleted(String before, String key, String after) {
        assertEquals(after.replace("⏎", "\n"), typed(before.replace("⏎", "\n"), key));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "biểu B {|};biểu B {⏎    |⏎}",
                "    nhóm g {|};    nhóm g {⏎        |⏎    }",
                "    nhóm g {|;    nhóm g {⏎        |",
                "    cột a: chữ|;    cột a: chữ⏎    |",
                "    ký hiệu \"{|\";    ký hiệu \"{⏎    |\"",
                "    nội dung '''|''';    nội dung '''⏎        |⏎    '''",
                "'''⏎  I. MỘT|;'''⏎  I. MỘT⏎  II. |",
                "'''⏎  3. Ba|;'''⏎  3. Ba⏎  4. |",
                "'''⏎  d) dê|;'''⏎  d) dê⏎  đ) |",
                "'''⏎  - một|;'''⏎  - một⏎  - |",
                "'''⏎  Điều 2. Tên|;'''⏎  Điều 2. Tên⏎  Điều 3. |",
                "'''⏎  Chương IV|;'''⏎  Chương IV⏎  |",
                "'''⏎  y) cuối|;'''⏎  y) cuối⏎  aa) |",
                "'''⏎  3. |;'''⏎  |",
                "'''⏎  chữ thường|;'''⏎  chữ thường⏎  |",
                "'''⏎  nếu a > 1:|;'''⏎  nếu a > 1:⏎      |",
                "'''⏎  Nếu a: b|;'''⏎  Nếu a: b⏎  |",
                "// 1. một|;// 1. một⏎|",
                "'''⏎a⏎'''⏎  1. hai|;'''⏎a⏎'''⏎  1. hai⏎  |",
            })
    void newLineKeepsIndentationAndContinuesLists(String before, String after) {
        assertEquals(after.replace("⏎", "\n"), typed(before.replace("⏎", "\n"), "\n"));
        assertEquals(after.replace("⏎", "\r\n"), typed(before.replace("⏎", "\r\n"), "\r\n"));
    }

    /** Input methods send a letter, delete it and send the composed one. */
    @Test
    void lettersAreNeverChanged() {
        var text = "cơ quan S \"S|\"";
        for (var key : List.of("o", "⌫", "ô", "⌫", "ổ")) {
            text = typed(text, key);
        }
        assertEquals("cơ quan S \"Sổ|\"", text);
    }

    private static String toggled(String text, String from, String to) {
        var start = text.indexOf(from);
        return TextEdit.apply(LineComments.toggle(text, start, text.indexOf(to) + to.length() - start), text);
    }

    @Test
    void linesAreCommentedAndUncommented() {
        var text = "mẫu biểu M {\n    nhóm g {\n\n        cột a: chữ\n    }\n}\n";
        var commented = "mẫu biểu M {\n    // nhóm g {\n\n    //     cột a: chữ\n    // }\n}\n";
        assertEquals(commented, toggled(text, "nhóm", "chữ\n    }"));
        assertEquals(text, toggled(commented, "// nhóm", "// }"));
        assertEquals("a\n// b", toggled("a\nb", "b", "b"));
        assertEquals("a\n", toggled("//a\n", "//a", "a"));
    }

    @Test
    void proseIsOnlyCommentedAsAWhole() {
        var text = "a '''\n  b\n'''\nc\n";
        assertEquals(text, toggled(text, "b", "b"));
        assertEquals(text, toggled(text, "a", "b"));
        assertEquals("// a '''\n//   b\n// '''\nc\n", toggled(text, "a", "b\n'''"));
        assertEquals(text, toggled("// a '''\n//   b\n// '''\nc\n", "//", "// '''"));
        assertEquals("/* a\nb */\n", toggled("/* a\nb */\n", "b", "b"));
    }

    /** In the expected texts, underscores replace text that is irrelevant to brackets at the caret. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "a|(b) \"(\" // {⏎c '''(''' /* ) */ ; a(b) ___ _____c _______ _______",
                "a(b) \"x \\\" (|\" c ; _____\"x \\\" (\"__",
                "a( '''⏎b) |'''⏎c ; ___'''⏎b) '''__",
                "a( // b)|⏎c ; ___// b)__",
                "a \"b(⏎c)| ; a ____c)",
                "a '''b( \"|( ; __'''b( \"(",
            })
    void bracketsMatchOnlyWithinTheSameQuotes(String marked, String around) {
        var offset = marked.indexOf('|');
        assertEquals(
                around.replace("⏎", "\n").replace('_', ' ').replace('\n', ' '),
                Quoted.around(marked.replace("⏎", "\n").replace("|", ""), offset)
                        .replace('\n', ' '));
    }

    @Test
    void longQuotedTextIsScanned() {
        var much = "\"" + "chữ\\\"".repeat(40_000) + "\"";
        assertEquals(much, Quoted.around(much, 5));
    }
}
