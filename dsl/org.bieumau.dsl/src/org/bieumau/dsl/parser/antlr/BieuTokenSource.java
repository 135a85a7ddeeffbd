/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.parser.antlr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.bieumau.core.text.Emphasis;
import org.bieumau.dsl.internal.conversion.ProseText;
import org.bieumau.dsl.parser.antlr.internal.InternalBieuParser;
import org.bieumau.model.MarkerText;
import org.eclipse.xtext.parser.antlr.Lexer;

/**
 * Token source of .bieu files. Outside prose it returns the tokens of the lexer. After <code>'''</code> it tokenizes
 * the prose itself:
 *
 * <ul>
 *   <li>Each line becomes <code>INDENT … NL</code> around a marker, text and marks, or around the cells of a table row.
 *   <li>Blank lines between the rows of tables become <code>BLANK_LINES</code>; other blank lines are hidden.
 *   <li>Citations, interpolations and the header lines <code>nếu …:</code> and <code>với mỗi …:</code> are tokenized by
 *       the lexer, but never beyond the end of their line.
 *   <li>The lines that are indented below a header are enclosed in <code>BEGIN</code> and <code>END</code>.
 * </ul>
 */
public class BieuTokenSource implements TokenSource {

    private static final int INDENT = type("INDENT");
    private static final int NL = type("NL");
    private static final int BLANK_LINES = type("BLANK_LINES");
    private static final int BEGIN = type("BEGIN");
    private static final int END = type("END");
    private static final int MARKER = type("PROSE_MARKER");
    private static final int TEXT = type("PROSE_TEXT");
    private static final int WHITESPACE = type("WS");
    private static final int NUMBER = type("NUMBER");
    private static final int DECIMAL = type("DECIMAL");
    private static final int DATE = type("DATE");
    private static final int DOCUMENT_NUMBER = type("DOCUMENT_NUMBER");
    private static final String QUOTES = "'''";

    /**
     * Notes within notes are errors; deeper ones are read as text, so that hostile files take no longer than others.
     */
    private static final int DEEPEST_NOTE = 8;

    /** A line that silences a problem: a code or the name of a rule, in capitals, and the reason. */
    private static final Pattern SUPPRESSION =
            Pattern.compile("bỏ\\s+qua\\s+\\p{Lu}[\\p{Lu}\\d_]+(?:-[\\p{Lu}\\d]+)*+(?:\\s*\"(?:[^\"\\\\]|\\\\.)*+\")?");

    private static final Set<Integer> HIDDEN = Set.of(Token.EOF, WHITESPACE, type("SL_COMMENT"), type("ML_COMMENT"));

    private static final Pattern WRITTEN_DATE =
            Pattern.compile("(?:\\d\\d?|…|\\.\\.\\.)/(?:\\d\\d?|…|\\.\\.\\.)/\\d{4}(?!\\d)");

    private static final int LONGEST_DATE = ".../.../2022".length();

    /** Number and symbol of a cited document, such as 12/QĐ-UBND, 02/2021/TT-BNV, 202/2025/QH15 and 64-SL. */
    private static final Pattern NUMBER_AND_SYMBOL = Pattern.compile(
            "(?:\\d++[a-z]?|…|\\.\\.\\.)(?:/\\d{4})?[/-]\\p{Lu}[\\p{L}\\d&]*+(?:[-/]\\p{L}[\\p{L}\\d&]*+)*+");

    /** Tokens before a value. After them, the words «viện dẫn» do not begin a declaration. */
    private static final Set<String> BEFORE_VALUES = Set.of(
            "(", "[", ",", ".", "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "khi", "và", "hoặc", "không",
            "thuộc");

    private final Lexer lexer;
    private final NormalizedStream chars;
    private final Deque<Token> pending = new ArrayDeque<>();

    /** The columns of the open headers, innermost first. */
    private final Deque<Integer> blocks = new ArrayDeque<>();

    /** The last two visible tokens of the lexer. */
    private String last = "";

    private String beforeLast = "";
    /** Whether the next number may be that of a cited document; elsewhere, 100/A is a quotient. */
    private boolean isInCitation;

    /** Number of notes around the text that is read. */
    private int noteDepth;

    public BieuTokenSource(TokenSource delegate) {
        lexer = (Lexer) delegate;
        chars = NormalizedStream.of(lexer.getCharStream());
        lexer.setCharStream(chars);
    }

    /**
     * Returns the type of a token by its name. The constants of the generated parser are not used: the compiler inlines
     * them, and they change when a keyword is added, without this class being compiled again.
     */
    private static int type(String terminal) {
        var type = Arrays.asList(InternalBieuParser.tokenNames).indexOf("RULE_" + terminal);
        if (type < 0) {
            throw new IllegalStateException(terminal);
        }
        return type;
    }

    @Override
    public Token nextToken() {
        if (!pending.isEmpty()) {
            return pending.poll();
        }
        var token = lexed();
        if (token.getType() == Token.EOF) {
            return token;
        }
        var next = (CommonToken) token;
        if (isQuotes(next)) {
            var end = next.getStopIndex() + 1;
            accept(next);
            chars.widen(readProse(end));
            return pending.poll();
        }
        return placed(next);
    }

    @Override
    public String getSourceName() {
        return lexer.getSourceName();
    }

    /**
     * Returns the next token of the lexer; a number is extended by its groups of thousands and its decimals, or to the
     * date or the number of a document that it begins. The lexer itself cannot do this: it would need to look far ahead
     * to decide whether a comma or slash belongs to the number.
     */
    private Token lexed() {
        var token = lexer.nextToken();
        if (HIDDEN.contains(token.getType())) {
            return token;
        }
        var visible = (CommonToken) token;
        var start = visible.getStartIndex();
        var first = chars.charAt(start);
        if (visible.getType() == NUMBER || first == '…' || chars.startsWith("...", start)) {
            extend(visible, start);
        }
        follow(chars.substring(start, visible.getStopIndex()));
        return visible;
    }

    private void extend(CommonToken token, int start) {
        var end = endOf(WRITTEN_DATE, start, Math.min(chars.end(), start + LONGEST_DATE + 1));
        if (end > 0) {
            extend(token, DATE, end);
            return;
        }
        end = isInCitation ? endOf(NUMBER_AND_SYMBOL, start, endOfWord(start)) : 0;
        if (end > 0) {
            extend(token, DOCUMENT_NUMBER, end);
        } else if (token.getType() == NUMBER) {
            extendAmount(token, token.getStopIndex() + 1);
        }
    }

    private void extendAmount(CommonToken number, int digits) {
        var end = digits;
        while (end < chars.end() && chars.charAt(end) == '.' && digits(end + 1) == 3) {
            end += 4;
        }
        if (end < chars.end() && chars.charAt(end) == ',' && digits(end + 1) > 0) {
            end += 1 + digits(end + 1);
        }
        if (end > digits) {
            extend(number, DECIMAL, end);
        }
    }

    private void extend(CommonToken token, int type, int end) {
        token.setStopIndex(end - 1);
        token.setType(type);
        chars.continueAt(end);
    }

    /** Returns the end of what a pattern matches at the beginning of a range; 0 if it does not match. */
    private int endOf(Pattern pattern, int start, int end) {
        var matcher = pattern.matcher(chars.substring(start, end - 1));
        return matcher.lookingAt() ? start + matcher.end() : 0;
    }

    private int endOfWord(int start) {
        var end = start;
        while (end < chars.end() && !isWhitespace(chars.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Records a visible token, to know where numbers of documents are possible. */
    private void follow(String token) {
        switch (token) {
            case "{", "(", "kiểm" -> isInCitation = false;
            case "dẫn" -> isInCitation |= last.equals("viện") && !BEFORE_VALUES.contains(beforeLast);
            default -> {}
        }
        beforeLast = last;
        last = token;
    }

    private int digits(int at) {
        var count = 0;
        while (at + count < chars.end() && chars.charAt(at + count) >= '0' && chars.charAt(at + count) <= '9') {
            count++;
        }
        return count;
    }

    private boolean isQuotes(CommonToken token) {
        return token.getStopIndex() - token.getStartIndex() == 2 && chars.startsWith(QUOTES, token.getStartIndex());
    }

    // Lines of prose

    /** Tokenizes prose from the end of its opening quotes; returns the end of the closing quotes or of the text. */
    private int readProse(int start) {
        blocks.clear();
        var expectsBlock = false;
        var isInTable = false;
        var lineStart = start;
        while (true) {
            var first = skipBlankLines(lineStart);
            var firstLineStart = lineStartBefore(first, lineStart);
            if (chars.startsWith(QUOTES, first)) {
                if (expectsBlock) {
                    blocks.pop();
                }
                closeBlocks(first, 0);
                hidden(lineStart, first);
                keyword(first, QUOTES);
                return first + QUOTES.length();
            }
            if (first == chars.length()) {
                hidden(lineStart, first);
                return first;
            }
            var column = first - firstLineStart;
            var end = endOfLine(first);
            var isHeader = isHeader(first, end);
            var canBeInTable = isHeader || chars.charAt(first) == '|';
            var isSeparate = isInTable && canBeInTable && firstLineStart > lineStart;
            if (!isSeparate) {
                hidden(lineStart, firstLineStart);
                lineStart = firstLineStart;
            }
            if (expectsBlock && column > blocks.peek()) {
                add(BEGIN, lineStart, lineStart);
            } else {
                if (expectsBlock) {
                    blocks.pop();
                }
                closeBlocks(lineStart, column + 1);
            }
            if (isSeparate) {
                add(BLANK_LINES, lineStart, firstLineStart);
            }
            add(INDENT, firstLineStart, first);
            isInTable = canBeInTable;
            expectsBlock = isHeader;
            if (expectsBlock) {
                blocks.push(column);
                lex(first, trimmed(first, end));
            } else if (isSuppression(first, end)) {
                lex(first, trimmed(first, end));
            } else {
                readLine(first, end);
            }
            if (end == chars.length() && !chars.startsWith(QUOTES, end)) {
                hidden(trimmed(first, end), end);
                return end;
            }
            lineStart = lineEnd(end);
            add(NL, trimmed(first, end), lineStart);
        }
    }

    /**
     * Ends the open blocks whose header is at the column of a line or to the right of it.
     *
     * @param column the column of the line, from 1; 0 to end all blocks
     */
    private void closeBlocks(int offset, int column) {
        while (!blocks.isEmpty() && (column == 0 || column <= blocks.peek() + 1)) {
            blocks.pop();
            add(END, offset, offset);
        }
    }

    private int skipBlankLines(int offset) {
        while (offset < chars.length() && isWhitespace(chars.charAt(offset))) {
            offset++;
        }
        return offset;
    }

    private int lineStartBefore(int offset, int notBefore) {
        while (offset > notBefore && chars.charAt(offset - 1) != '\n' && chars.charAt(offset - 1) != '\r') {
            offset--;
        }
        return offset;
    }

    private int endOfLine(int offset) {
        while (offset < chars.length()
                && chars.charAt(offset) != '\n'
                && chars.charAt(offset) != '\r'
                && !chars.startsWith(QUOTES, offset)) {
            offset++;
        }
        return offset;
    }

    /** Returns the end of the line break at an offset; the offset itself before closing quotes. */
    private int lineEnd(int offset) {
        if (chars.startsWith("\r\n", offset)) {
            return offset + 2;
        }
        return chars.startsWith(QUOTES, offset) ? offset : offset + 1;
    }

    /** Returns the end of a range without trailing whitespace; whitespace after a backslash is kept. */
    private int trimmed(int start, int end) {
        while (end > start && isSpace(chars.charAt(end - 1)) && !isEscaped(start, end - 1)) {
            end--;
        }
        return end;
    }

    private boolean isEscaped(int start, int offset) {
        var backslashes = 0;
        while (offset - 1 - backslashes >= start && chars.charAt(offset - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** Returns whether a line silences a problem. Other text may begin with the same words. */
    private boolean isSuppression(int start, int end) {
        return chars.startsWith("bỏ", start)
                && SUPPRESSION
                        .matcher(chars.substring(start, trimmed(start, end) - 1))
                        .matches();
    }

    private boolean isHeader(int start, int end) {
        var last = trimmed(start, end) - 1;
        if (last < start || chars.charAt(last) != ':') {
            return false;
        }
        if (chars.startsWith("nếu", start)) {
            return isSpace(chars.charAt(start + 3));
        }
        var each = start + 3;
        if (!chars.startsWith("với", start) || !isSpace(chars.charAt(each))) {
            return false;
        }
        while (isSpace(chars.charAt(each))) {
            each++;
        }
        return chars.startsWith("mỗi", each) && isSpace(chars.charAt(each + 3));
    }

    // Content of a line

    private void readLine(int start, int lineEnd) {
        var end = trimmed(start, lineEnd);
        if (chars.charAt(start) == '|') {
            readTableRow(start, end);
            return;
        }
        var at = start + markerLength(start, end);
        if (at > start) {
            add(MARKER, start, at);
        }
        readRuns(at, end);
    }

    /** Tokenizes a row of a table: cells between bars. Whitespace next to a bar belongs to no cell. */
    private void readTableRow(int start, int end) {
        var at = keyword(start, "|");
        while (at < end) {
            var cell = skipSpaces(at, end);
            hidden(at, cell);
            var bar = nextBar(cell, end);
            var text = trimmed(cell, bar);
            readRuns(cell, text);
            hidden(text, bar);
            at = bar < end ? keyword(bar, "|") : end;
        }
    }

    private int nextBar(int at, int end) {
        while (at < end && chars.charAt(at) != '|') {
            switch (chars.charAt(at)) {
                case '\\' -> at++;
                case '^' -> at = isNote(at, end) ? endOfNote(at, end) - 1 : at;
                case '[' -> at = Math.max(at, closingBracket(at + 1, end, ']'));
                case '{' -> at = Math.max(at, closingBracket(at + 1, end, '}'));
                default -> {}
            }
            at++;
        }
        return Math.min(at, end);
    }

    /** A citation, an interpolation, a footnote, or a mark of emphasis or superscript. */
    private record Mark(int start, int end) {}

    private void readRuns(int start, int end) {
        var marks = new ArrayList<Mark>();
        var stars = new StringBuilder(end > start ? chars.substring(start, end - 1) : "");
        var superscript = -1;
        for (int at = start; at < end; ) {
            var next = at + 1;
            switch (chars.charAt(at)) {
                case '\\' -> {
                    if (next < end) {
                        next++;
                        cover(stars, at - start, next - start, Emphasis.ESCAPED);
                    }
                }
                case '[', '{' -> {
                    next = endOfBracket(at, end);
                    marks.add(new Mark(at, next));
                    if (chars.startsWith(ProseText.NOTHING, at)) {
                        cover(stars, at - start, next - start, Emphasis.ESCAPED);
                    } else {
                        cover(stars, at + 1 - start, next - 1 - start, Emphasis.COVERED);
                    }
                }
                case '^' -> {
                    if (noteDepth < DEEPEST_NOTE && isNote(at, end)) {
                        next = endOfNote(at, end);
                        marks.add(new Mark(at, next));
                        cover(stars, at + 1 - start, next - 1 - start, Emphasis.COVERED);
                    } else if (superscript < 0 && next < end && chars.charAt(next) == '{') {
                        next++;
                        marks.add(new Mark(at, next));
                        superscript = next;
                    }
                }
                case '}' -> {
                    if (superscript >= 0) {
                        marks.add(new Mark(at, next));
                        cover(stars, superscript - start, at - start, Emphasis.COVERED);
                        superscript = -1;
                    }
                }
                default -> {}
            }
            at = next;
        }
        if (superscript >= 0) {
            cover(stars, superscript - start, end - start, Emphasis.COVERED);
        }
        for (var mark : Emphasis.marks(stars)) {
            marks.add(new Mark(start + mark.offset(), start + mark.offset() + mark.length()));
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        var at = start;
        for (var mark : marks) {
            text(at, mark.start());
            switch (chars.charAt(mark.start())) {
                case '[', '{' -> bracket(mark.start(), mark.end());
                case '^' -> {
                    if (isNote(mark.start(), mark.end())) {
                        note(mark.start(), mark.end());
                    } else {
                        lex(mark.start(), mark.end());
                    }
                }
                default -> lex(mark.start(), mark.end());
            }
            at = mark.end();
        }
        text(at, end);
    }

    private static void cover(StringBuilder line, int start, int end, char cover) {
        for (int i = start; i < end; i++) {
            line.setCharAt(i, cover);
        }
    }

    private boolean isNote(int at, int end) {
        return at + 1 < end && chars.charAt(at) == '^' && chars.charAt(at + 1) == '[';
    }

    /** Returns the end of a footnote; the end of the line if it is not closed. */
    private int endOfNote(int start, int end) {
        var bracket = closingBracketOfNote(start, end);
        return bracket < 0 ? end : bracket + 1;
    }

    /** Returns the offset of the bracket that closes a footnote; -1 if there is none. */
    private int closingBracketOfNote(int start, int end) {
        var open = 1;
        for (int at = start + 2; at < end; at++) {
            switch (chars.charAt(at)) {
                case '\\' -> at++;
                case ']' -> {
                    open--;
                    if (open == 0) {
                        return at;
                    }
                }
                case '^' -> {
                    if (isNote(at, end)) {
                        open++;
                        at++;
                    }
                }
                case '[', '{' -> at = endOfBracket(at, end) - 1;
                default -> {}
            }
        }
        return -1;
    }

    /** Tokenizes a footnote, whose text has runs of its own. */
    private void note(int start, int end) {
        lex(start, start + 2);
        var bracket = closingBracketOfNote(start, end);
        noteDepth++;
        readRuns(start + 2, bracket < 0 ? end : bracket);
        noteDepth--;
        if (bracket >= 0) {
            lex(bracket, end);
        }
    }

    /** Returns the end of a citation or an interpolation; that of its first name if it is not closed. */
    private int endOfBracket(int at, int end) {
        var close = closingBracket(at + 1, end, chars.charAt(at) == '[' ? ']' : '}');
        if (close >= 0) {
            return close + 1;
        }
        var name = at + 1;
        while (name < end
                && (Character.isLetterOrDigit(chars.charAt(name)) || ".…_".indexOf(chars.charAt(name)) >= 0)) {
            name++;
        }
        return name;
    }

    /** Lets the lexer tokenize a citation or an interpolation. The bracket is a token even if nothing follows it. */
    private void bracket(int start, int end) {
        lex(start, start + 1);
        lex(start + 1, end);
    }

    private int closingBracket(int at, int end, char closing) {
        var inString = false;
        for (; at < end; at++) {
            var c = chars.charAt(at);
            if (c == '"') {
                inString = !inString;
            } else if (inString && c == '\\') {
                at++;
            } else if (!inString && c == closing) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the length of the marker at the beginning of a line with the whitespace after it; 0 if there is none. */
    private int markerLength(int start, int end) {
        var wordEnd = start;
        while (wordEnd < end && !isSpace(chars.charAt(wordEnd)) && wordEnd - start <= MarkerText.LONGEST_WORD) {
            wordEnd++;
        }
        if (MarkerText.level(chars.substring(start, wordEnd - 1)) != null) {
            return afterMarker(start, wordEnd, end);
        }
        for (var word : MarkerText.WORDS) {
            if (chars.startsWith(word, start)) {
                var number = skipSpaces(start + word.length(), end);
                var numberEnd = number;
                while (numberEnd < end
                        && !isSpace(chars.charAt(numberEnd))
                        && numberEnd - number <= MarkerText.LONGEST_WORD) {
                    numberEnd++;
                }
                var complete =
                        skipSpaces(numberEnd, end) == end || numberEnd > number && chars.charAt(numberEnd - 1) == '.';
                if (complete && numberEnd > number && MarkerText.level(chars.substring(start, numberEnd - 1)) != null) {
                    return afterMarker(start, numberEnd, end);
                }
            }
        }
        return 0;
    }

    /** Returns the length of a marker with the whitespace after it; 0 if its number is not valid, such as IIII. */
    private int afterMarker(int start, int markerEnd, int end) {
        var marker = chars.substring(start, markerEnd - 1);
        if (MarkerText.number(marker) == 0 && !marker.equals("-") && !marker.equals("+")) {
            return 0;
        }
        return skipSpaces(markerEnd, end) - start;
    }

    private int skipSpaces(int at, int end) {
        while (at < end && isSpace(chars.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u200B' || c == '\uFEFF';
    }

    private static boolean isWhitespace(char c) {
        return isSpace(c) || c == '\n' || c == '\r';
    }

    // Tokens

    private void text(int start, int end) {
        if (end > start) {
            add(TEXT, start, end);
        }
    }

    private void hidden(int start, int end) {
        if (end > start) {
            add(WHITESPACE, start, end);
        }
    }

    private int keyword(int start, String keyword) {
        lex(start, start + keyword.length());
        return start + keyword.length();
    }

    /** Adds the lexer's tokens for a range of the text. */
    private void lex(int start, int end) {
        chars.narrow(start, end);
        for (var token = lexed(); token.getType() != Token.EOF; token = lexed()) {
            accept((CommonToken) token);
        }
    }

    private void add(int type, int start, int end) {
        accept(new CommonToken(chars, type, Token.DEFAULT_CHANNEL, start, end - 1));
    }

    private void accept(CommonToken token) {
        pending.add(placed(token));
    }

    /** Maps the offsets of a token to the original text. */
    private CommonToken placed(CommonToken token) {
        var start = token.getStartIndex();
        var end = token.getStopIndex() + 1;
        token.setInputStream(chars.original());
        token.setStartIndex(chars.originalOffset(start));
        token.setStopIndex(end <= start ? token.getStartIndex() - 1 : chars.originalOffset(end) - 1);
        token.setText(null);
        return token;
    }
}
