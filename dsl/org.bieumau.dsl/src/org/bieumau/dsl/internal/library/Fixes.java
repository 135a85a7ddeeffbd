/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.text.Normalizer;
import java.util.Arrays;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.bieumau.dsl.parser.antlr.BieuTokenSource;
import org.bieumau.dsl.parser.antlr.internal.InternalBieuParser;
import org.bieumau.dsl.parser.antlr.lexer.InternalBieuLexer;

/** Transformations of the text of a file that preserve its meaning. */
public final class Fixes {

    /** The language version that this bundle reads. */
    public static final String LANGUAGE_VERSION = "2";

    private Fixes() {}

    /** Returns whether {@link #migrate} can migrate files of a language version. */
    public static boolean isOlder(String version) {
        return version.equals("1");
    }

    /**
     * Migrates a text to the current language version. Since version 2, a line of prose that begins with a bar is a row
     * of a table; in version 1 it was text, so the bar is escaped with a backslash. A text that names no version in its
     * head is unchanged, since it is of the current one.
     */
    public static String migrate(String text) {
        var tokens = new BieuTokenSource(new InternalBieuLexer(new ANTLRStringStream(text)));
        if (!isWord("phiên", visible(tokens), text) || !isWord("bản", visible(tokens), text)) {
            return text;
        }
        var version = visible(tokens);
        if (!isOlder(text(version, text))) {
            return text;
        }
        var migrated = new StringBuilder(text.length())
                .append(text, 0, version.getStartIndex())
                .append(LANGUAGE_VERSION);
        var copied = version.getStopIndex() + 1;
        var beginsLine = false;
        for (var token = tokens.nextToken(); token.getType() != Token.EOF; token = tokens.nextToken()) {
            var place = (CommonToken) token;
            if (beginsLine && text(place, text).equals("|")) {
                migrated.append(text, copied, place.getStartIndex()).append('\\');
                copied = place.getStartIndex();
            }
            beginsLine = isOfType("INDENT", token);
        }
        return migrated.append(text, copied, text.length()).toString();
    }

    /** Returns the next token that is no whitespace and no comment. */
    private static CommonToken visible(BieuTokenSource tokens) {
        var token = tokens.nextToken();
        while (isOfType("WS", token) || isOfType("SL_COMMENT", token) || isOfType("ML_COMMENT", token)) {
            token = tokens.nextToken();
        }
        return (CommonToken) token;
    }

    private static boolean isOfType(String terminal, Token token) {
        return token.getType() >= 0 && InternalBieuParser.tokenNames[token.getType()].equals("RULE_" + terminal);
    }

    private static boolean isWord(String word, CommonToken token, String text) {
        return compose(text(token, text)).equals(word);
    }

    private static String text(CommonToken token, String text) {
        return token.getType() == Token.EOF ? "" : text.substring(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** Returns the text in NFC. */
    public static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns the offset of the first decomposed letter in UTF-16 code units; -1 if the text is in NFC. */
    public static int decomposed(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            return -1;
        }
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return Arrays.mismatch(text.toCharArray(), composed.toCharArray());
    }
}
