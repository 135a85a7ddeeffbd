/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.parser.antlr.BieuTokenSource;
import org.bieumau.dsl.parser.antlr.internal.InternalBieuParser;
import org.bieumau.dsl.parser.antlr.lexer.InternalBieuLexer;

/** Makes texts with one slip each: a token that is deleted, doubled or misspelt. The same seed makes the same slips. */
final class Slips {

    /** What happened to a token. */
    enum Kind {
        DELETED,
        DOUBLED,
        MISSPELT
    }

    /**
     * A text with one slip.
     *
     * @param token the token before the slip
     * @param start offset of the slipped token in the text
     * @param end end of the token after it
     */
    record Slip(String file, Kind kind, String token, String text, int start, int end) {

        /** Returns whether an offset is within the slipped token or the next one. */
        boolean isAt(int offset) {
            return start <= offset && (offset < end || end == text.length() && offset == end);
        }
    }

    private static final Set<String> HIDDEN = Set.of("RULE_WS", "RULE_ML_COMMENT", "RULE_SL_COMMENT");
    /** Tokens of prose without a keyword, which are not parts of the language that can be misspelt. */
    private static final Set<String> PROSE =
            Set.of("RULE_PROSE_TEXT", "RULE_PROSE_MARKER", "RULE_INDENT", "RULE_NL", "RULE_BEGIN", "RULE_END");

    private static final Set<String> INVISIBLE = Set.of("RULE_INDENT", "RULE_NL", "RULE_BEGIN", "RULE_END");

    private static final Map<String, String> WRONG_MARKS = Map.of(
            "{", "(", "}", ")", "[", "(", "]", ")", "(", "[", ")", "}", "'''", "''", ":", ";", ",", ".", "=", ":");
    /** Letters that lie next to each other on the keyboard. */
    private static final String KEYBOARD = "qwertyuiop asdfghjkl zxcvbnm";

    private static final String TONES = "sfrxj";
    private static final String TONE_MARKS = "\u0301\u0300\u0309\u0303\u0323";

    private final Map<String, String> files;
    private final Random random;

    /** Creates a source of slips in some files, given by their names and texts. */
    Slips(Map<String, String> files, long seed) {
        this.files = new TreeMap<>(files);
        this.random = new Random(seed);
    }

    /**
     * Returns different slips, a third of each kind; no file has more than a fifth of them.
     *
     * @param breaks whether a text with a slip counts
     */
    List<Slip> take(int count, Predicate<Slip> breaks) {
        var slips = new ArrayList<Slip>();
        var seen = new HashSet<Slip>();
        var share = new HashMap<String, Integer>();
        var names = List.copyOf(files.keySet());
        while (slips.size() < count) {
            var kind = Kind.values()[slips.size() % Kind.values().length];
            var name = names.get(random.nextInt(names.size()));
            if (share.getOrDefault(name, 0) >= count / 5) {
                continue;
            }
            var slip = slip(name, kind);
            if (slip != null && seen.add(slip) && breaks.test(slip)) {
                slips.add(slip);
                share.merge(name, 1, Integer::sum);
            }
        }
        return slips;
    }

    private Slip slip(String file, Kind kind) {
        var text = files.get(file);
        var tokens = tokens(text);
        int at;
        do {
            at = random.nextInt(tokens.size());
        } while (PROSE.contains(type(tokens.get(at))));
        var token = tokens.get(at);
        var start = token.getStartIndex();
        var end = token.getStopIndex() + 1;
        var old = text.substring(start, end);
        var now = switch (kind) {
            case DELETED -> "";
            case DOUBLED ->
                Character.isLetterOrDigit(old.charAt(0)) || old.startsWith("\"") ? old + " " + old : old + old;
            case MISSPELT -> misspelt(old);
        };
        if (now.equals(old)) {
            return null;
        }
        var next = at + 1;
        while (next < tokens.size() && INVISIBLE.contains(type(tokens.get(next)))) {
            next++;
        }
        var nextEnd = next < tokens.size() ? tokens.get(next).getStopIndex() + 1 : text.length();
        return new Slip(
                file,
                kind,
                old,
                text.substring(0, start) + now + text.substring(end),
                start,
                nextEnd + now.length() - old.length());
    }

    private static List<CommonToken> tokens(String text) {
        var source = new BieuTokenSource(new InternalBieuLexer(new ANTLRStringStream(text)));
        var tokens = new ArrayList<CommonToken>();
        for (var token = source.nextToken(); token.getType() != Token.EOF; token = source.nextToken()) {
            var each = (CommonToken) token;
            if (!HIDDEN.contains(type(each)) && each.getStopIndex() >= each.getStartIndex()) {
                tokens.add(each);
            }
        }
        return tokens;
    }

    private static String type(Token token) {
        return InternalBieuParser.tokenNames[token.getType()];
    }

    private String misspelt(String token) {
        if (token.startsWith("\"")) {
            return switch (random.nextInt(3)) {
                case 0 -> '“' + token.substring(1, token.length() - 1) + '”';
                case 1 -> token.substring(0, token.length() - 1);
                default -> token.substring(1);
            };
        }
        if (Character.isDigit(token.charAt(0))) {
            return switch (random.nextInt(3)) {
                case 0 -> token.replace('/', '-');
                case 1 -> token.replace('/', '.');
                default -> token.replace('0', 'O');
            };
        }
        if (!Character.isLetter(token.charAt(0))) {
            return WRONG_MARKS.getOrDefault(token, token);
        }
        var at = random.nextInt(token.length());
        return switch (random.nextInt(6)) {
            case 0 -> unmarked(token);
            case 1 -> telex(token);
            case 2 -> token.substring(0, at) + token.substring(at + 1);
            case 3 -> token.substring(0, at) + token.charAt(at) + token.substring(at);
            case 4 ->
                at + 1 < token.length()
                        ? token.substring(0, at) + token.charAt(at + 1) + token.charAt(at) + token.substring(at + 2)
                        : token;
            default -> token.substring(0, at) + neighbour(token.charAt(at)) + token.substring(at + 1);
        };
    }

    /** Returns a word without diacritics; capitals stay. */
    private static String unmarked(String word) {
        var result = new StringBuilder();
        word.codePoints().forEach(c -> {
            var letter = VietnameseText.fold(Character.toString(c));
            result.append(Character.isUpperCase(c) ? letter.toUpperCase(VietnameseText.LOCALE) : letter);
        });
        return result.toString();
    }

    /** Returns the keys that type a word by Telex, with the tone after the word. */
    private static String telex(String word) {
        var keys = new StringBuilder();
        var tone = "";
        for (var c : java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFD)
                .toCharArray()) {
            var mark = TONE_MARKS.indexOf(c);
            if (mark >= 0) {
                tone = TONES.substring(mark, mark + 1);
            } else if (c == '\u0302') {
                keys.append(keys.charAt(keys.length() - 1));
            } else if (c == '\u0306' || c == '\u031B') {
                keys.append('w');
            } else if (c == 'đ') {
                keys.append("dd");
            } else if (c == 'Đ') {
                keys.append("DD");
            } else {
                keys.append(c);
            }
        }
        return keys + tone;
    }

    private static char neighbour(char letter) {
        var plain = VietnameseText.fold(Character.toString(letter));
        var at = KEYBOARD.indexOf(plain.isEmpty() ? ' ' : plain.charAt(0));
        return at < 1 || KEYBOARD.charAt(at) == ' '
                ? 'a'
                : at + 1 < KEYBOARD.length() && KEYBOARD.charAt(at + 1) != ' '
                        ? KEYBOARD.charAt(at + 1)
                        : KEYBOARD.charAt(at - 1);
    }
}
