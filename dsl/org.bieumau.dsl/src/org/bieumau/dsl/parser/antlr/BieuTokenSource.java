/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.parser.antlr;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.bieumau.dsl.parser.antlr.internal.InternalBieuParser;
import org.bieumau.model.MarkerText;
import org.eclipse.xtext.parser.antlr.Lexer;

/**
 * The tokens of a .bieu file. Outside prose they are the lexer's. At <code>'''</code> the source reads on by itself: it
 * makes a line <code>INDENT … NL</code>, with a marker, text and marks, or the cells of a table row, between; hands
 * citations, interpolations and the header lines <code>nếu …:</code>, <code>với mỗi …:</code> back to the lexer, never
 * beyond the end of their line; and puts <code>BEGIN</code> and <code>END</code> around the lines indented below a
 * header.
 */
public class BieuTokenSource implements TokenSource {

    private static final int INDENT = type("INDENT");
    private static final int NL = type("NL");
    private static final int BEGIN = type("BEGIN");
    private static final int END = type("END");
    private static final int MARKER = type("PROSE_MARKER");
    private static final int TEXT = type("PROSE_TEXT");
    private static final int BLANKS = type("WS");
    private static final int NUMBER = type("NUMBER");
    private static final int DECIMAL = type("DECIMAL");
    private static final String QUOTES = "'''";

    private final Lexer lexer;
    private final NormalizedStream chars;
    private final Deque<Token> pending = new ArrayDeque<>();
    /** The columns of the open headers, innermost first. */
    private final Deque<Integer> blocks = new ArrayDeque<>();

    public BieuTokenSource(TokenSource delegate) {
        lexer = (Lexer) delegate;
        chars = NormalizedStream.of(lexer.getCharStream());
        lexer.setCharStream(chars);
    }

    /**
     * The constants of the generated parser are inlined by the compiler and move when a keyword is added, without this
     * class being compiled anew; the names do not.
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
     * The lexer's next token; a number with all its groups of thousands and its decimals. The lexer cannot see that a
     * comma behind a number ends it: it would have to look at what follows the comma.
     */
    private Token lexed() {
        var token = lexer.nextToken();
        if (token.getType() != NUMBER) {
            return token;
        }
        var number = (CommonToken) token;
        var end = number.getStopIndex() + 1;
        while (end < chars.end() && chars.charAt(end) == '.' && digits(end + 1) == 3) {
            end += 4;
        }
        if (end < chars.end() && chars.charAt(end) == ',' && digits(end + 1) > 0) {
            end += 1 + digits(end + 1);
        }
        if (end > number.getStopIndex() + 1) {
            number.setStopIndex(end - 1);
            number.setType(DECIMAL);
            chars.goOn(end);
        }
        return number;
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

    // The lines of a block of prose

    /** Reads from behind the opening quotes; returns where the closing ones end, or the end of the text. */
    private int readProse(int start) {
        blocks.clear();
        var expectsBlock = false;
        var lineStart = start;
        while (true) {
            var first = skipBlankLines(lineStart);
            var atLineStart = lineStartBefore(first, lineStart);
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
            var column = first - atLineStart;
            hidden(lineStart, atLineStart);
            if (expectsBlock && column > blocks.peek()) {
                add(BEGIN, atLineStart, atLineStart);
            } else {
                if (expectsBlock) {
                    blocks.pop();
                }
                closeBlocks(atLineStart, column + 1);
            }
            add(INDENT, atLineStart, first);
            var end = endOfLine(first);
            expectsBlock = isHeader(first, end);
            if (expectsBlock) {
                blocks.push(column);
                lex(first, end);
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

    /** Ends the open blocks whose header stands at the column or further right. */
    private void closeBlocks(int offset, int column) {
        while (!blocks.isEmpty() && (column == 0 || column <= blocks.peek() + 1)) {
            blocks.pop();
            add(END, offset, offset);
        }
    }

    private int skipBlankLines(int offset) {
        while (offset < chars.length() && isBlankOrBreak(chars.charAt(offset))) {
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

    /** Behind the line break at the offset, if there is one. */
    private int lineEnd(int offset) {
        if (chars.startsWith("\r\n", offset)) {
            return offset + 2;
        }
        return chars.startsWith(QUOTES, offset) ? offset : offset + 1;
    }

    /** The end of the text without the blanks at its end; a blank behind a backslash stays. */
    private int trimmed(int start, int end) {
        while (end > start && isBlank(chars.charAt(end - 1)) && !isEscaped(start, end - 1)) {
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

    private boolean isHeader(int start, int end) {
        var last = trimmed(start, end) - 1;
        if (last < start || chars.charAt(last) != ':') {
            return false;
        }
        if (chars.startsWith("nếu", start)) {
            return isBlank(chars.charAt(start + 3));
        }
        var each = start + 3;
        if (!chars.startsWith("với", start) || !isBlank(chars.charAt(each))) {
            return false;
        }
        while (isBlank(chars.charAt(each))) {
            each++;
        }
        return chars.startsWith("mỗi", each) && isBlank(chars.charAt(each + 3));
    }

    // What a line consists of

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

    /** Cells between bars; the blanks beside a bar belong to no cell. */
    private void readTableRow(int start, int end) {
        var at = keyword(start, "|");
        while (at < end) {
            var cell = skipBlanks(at, end);
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
                case '[' -> at = Math.max(at, closingBracket(at + 1, end, ']'));
                case '{' -> at = Math.max(at, closingBracket(at + 1, end, '}'));
                default -> {}
            }
            at++;
        }
        return Math.min(at, end);
    }

    private void readRuns(int start, int end) {
        var at = start;
        var marks = new ArrayDeque<String>();
        var textStart = at;
        while (at < end) {
            if (chars.charAt(at) == '\\' && at + 1 < end) {
                at += 2;
                continue;
            }
            var mark = markAt(at, start, end, marks);
            if (mark == null) {
                at++;
                continue;
            }
            text(textStart, at);
            at = switch (mark) {
                case "[" -> bracket(at, end, "]");
                case "{" -> bracket(at, end, "}");
                default -> keyword(at, mark);
            };
            textStart = at;
        }
        text(textStart, end);
    }

    /** The mark that begins or ends emphasis, a citation or an interpolation here, or null where there is text. */
    private String markAt(int at, int start, int end, Deque<String> marks) {
        var innermost = marks.peek();
        switch (chars.charAt(at)) {
            case '[', '{' -> {
                return String.valueOf(chars.charAt(at));
            }
            case '^' -> {
                if (!chars.startsWith("^{", at) || at + 2 > end || marks.contains("^{")) {
                    return null;
                }
                marks.push("^{");
                return "^{";
            }
            case '}' -> {
                if (!"^{".equals(innermost)) {
                    return null;
                }
                marks.pop();
                return "}";
            }
            case '*' -> {
                if ("^{".equals(innermost)) {
                    return null;
                }
                var stars = 1;
                while (at + stars < end && chars.charAt(at + stars) == '*') {
                    stars++;
                }
                var mark = emphasis(stars, marks);
                if (mark.equals(innermost)) {
                    if (at > start
                            && isBlank(chars.charAt(at - 1))
                            && at + stars < end
                            && isBlank(chars.charAt(at + stars))) {
                        return null;
                    }
                    marks.pop();
                    return mark;
                }
                if (marks.contains(mark) || at + stars == end || isBlank(chars.charAt(at + stars))) {
                    return null;
                }
                marks.push(mark);
                return mark;
            }
            default -> {
                return null;
            }
        }
    }

    /** Which of the two marks of emphasis a run of stars begins with: one that closes comes before one that opens. */
    private static String emphasis(int stars, Deque<String> marks) {
        var innermost = marks.peek();
        if (innermost == null) {
            return stars >= 2 ? "**" : "*";
        }
        if (innermost.equals("*")) {
            return stars == 2 && !marks.contains("**") ? "**" : "*";
        }
        return stars >= 2 ? "**" : "*";
    }

    /** A citation or an interpolation: its tokens are the lexer's, up to the closing bracket. */
    private int bracket(int at, int end, String closing) {
        var close = closingBracket(at + 1, end, closing.charAt(0));
        if (close < 0) {
            lex(at, at + 1);
            var name = at + 1;
            while (name < end
                    && (Character.isLetterOrDigit(chars.charAt(name)) || ".…_".indexOf(chars.charAt(name)) >= 0)) {
                name++;
            }
            lex(at + 1, name);
            return name;
        }
        lex(at, close + 1);
        return close + 1;
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

    /** The length of the marker that the line begins with, with the blanks behind it; 0 if there is none. */
    private int markerLength(int start, int end) {
        var wordEnd = start;
        while (wordEnd < end && !isBlank(chars.charAt(wordEnd)) && wordEnd - start < 8) {
            wordEnd++;
        }
        if (MarkerText.level(chars.substring(start, wordEnd - 1)) != null) {
            return afterMarker(start, wordEnd, end);
        }
        for (var word : MarkerText.WORDS) {
            if (chars.startsWith(word, start)) {
                var number = skipBlanks(start + word.length(), end);
                var numberEnd = number;
                while (numberEnd < end && !isBlank(chars.charAt(numberEnd)) && numberEnd - number < 8) {
                    numberEnd++;
                }
                var complete =
                        skipBlanks(numberEnd, end) == end || numberEnd > number && chars.charAt(numberEnd - 1) == '.';
                if (complete && numberEnd > number && MarkerText.level(chars.substring(start, numberEnd - 1)) != null) {
                    return afterMarker(start, numberEnd, end);
                }
            }
        }
        return 0;
    }

    /** A marker stands for a number, but dash and plus; and something or nothing follows, but no letter. */
    private int afterMarker(int start, int markerEnd, int end) {
        var marker = chars.substring(start, markerEnd - 1);
        if (MarkerText.number(marker) == 0 && !marker.equals("-") && !marker.equals("+")) {
            return 0;
        }
        return skipBlanks(markerEnd, end) - start;
    }

    private int skipBlanks(int at, int end) {
        while (at < end && isBlank(chars.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0' || c == '\u200B' || c == '\uFEFF';
    }

    private static boolean isBlankOrBreak(char c) {
        return isBlank(c) || c == '\n' || c == '\r';
    }

    // Tokens

    private void text(int start, int end) {
        if (end > start) {
            add(TEXT, start, end);
        }
    }

    private void hidden(int start, int end) {
        if (end > start) {
            add(BLANKS, start, end);
        }
    }

    private int keyword(int start, String keyword) {
        lex(start, start + keyword.length());
        return start + keyword.length();
    }

    /** Adds the lexer's tokens for a stretch of the text. */
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

    /** The token at its place in the original text. */
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
