/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.parser.antlr.BieuTokenSource;
import org.bieumau.dsl.parser.antlr.lexer.InternalBieuLexer;

/**
 * Visible token of a text.
 *
 * @param start offset in the text
 * @param text the token in NFC; empty for a word that is assumed but not written
 * @param type the name of the terminal, {@link #KEYWORD} or {@link #END}
 * @param flaw the code of the problem of a token that is understood but not written correctly, else null
 */
record Word(int start, int end, String text, String type, String flaw) {

    static final String KEYWORD = "keyword";
    static final String END = "end of file";
    static final String NAME = "ID";
    static final String STRING = "STRING";
    /** A character that no token begins with, or a token that is not complete, such as text without a closing quote. */
    static final String OTHER = "ANY_OTHER";

    /** Text in typographic quotes, and text whose quotes differ. */
    private static final Pattern TYPOGRAPHIC = Pattern.compile("[“”„«‘][^“”„«»‘’\"\\n]*[”“»’\"]");

    /** Creates a keyword that is not written at a place. */
    static Word assumed(int place, String keyword) {
        return new Word(place, place, keyword, KEYWORD, null);
    }

    /** Creates a token of a terminal that is not written at a place. */
    static Word assumedTerminal(int place, String terminal) {
        return new Word(place, place, "", terminal, null);
    }

    boolean isEnd() {
        return type.equals(END);
    }

    /** Returns whether this is a keyword or a name, which can be misspelt. */
    boolean isLetters() {
        return !text.isEmpty() && (type.equals(KEYWORD) || type.equals(NAME)) && Character.isLetter(text.charAt(0));
    }

    boolean isAssumed() {
        return start == end && !isEnd() && !isProseMark();
    }

    /** Returns whether this is an invisible mark of prose: the beginning or end of a line or block. */
    boolean isProseMark() {
        return switch (type) {
            case "INDENT", "NL", "BEGIN", "END" -> true;
            default -> false;
        };
    }

    /**
     * Returns the visible tokens of a text, with the end of the file as the last one.
     *
     * @param offset the offset of the text in its file
     */
    static List<Word> of(String text, int offset) {
        var words = new ArrayList<Word>();
        var tokens = new BieuTokenSource(new InternalBieuLexer(new ANTLRStringStream(text)));
        for (var token = tokens.nextToken(); token.getType() != Token.EOF; token = tokens.nextToken()) {
            var isBroken = token.getType() == Token.INVALID_TOKEN_TYPE;
            if (isBroken || token.getChannel() != Token.HIDDEN_CHANNEL && !Automaton.isHidden(token)) {
                var place = (CommonToken) token;
                var start = place.getStartIndex();
                var end = place.getStopIndex() + 1;
                var type = Automaton.type(token);
                words.add(new Word(
                        offset + start,
                        offset + end,
                        VietnameseText.nfc(text.substring(start, Math.max(start, end))),
                        isBroken ? OTHER : type.startsWith("RULE_") ? type.substring("RULE_".length()) : KEYWORD,
                        null));
            }
        }
        words.add(new Word(offset + text.length(), offset + text.length(), "", END, null));
        return joined(words, text, offset);
    }

    /** Joins the tokens of text in typographic quotes, and of text whose closing quote is missing. */
    private static List<Word> joined(List<Word> words, String text, int offset) {
        var result = new ArrayList<Word>(words.size());
        var end = -1;
        for (var word : words) {
            if (word.start < end) {
                continue;
            }
            if (word.type.equals(OTHER)) {
                var quoted = TYPOGRAPHIC.matcher(text).region(word.start - offset, text.length());
                if (quoted.lookingAt()) {
                    end = offset + quoted.end();
                    result.add(new Word(word.start, end, quoted.group(), STRING, "SYNTAX-QUOTE"));
                    continue;
                }
            }
            result.add(word);
        }
        return result;
    }

    /**
     * Returns whether only whitespace is before the word in its line. Nothing else is read, since lines can be long.
     */
    boolean beginsLine(String text) {
        var at = start;
        while (at > 0 && text.charAt(at - 1) != '\n' && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n';
    }
}
