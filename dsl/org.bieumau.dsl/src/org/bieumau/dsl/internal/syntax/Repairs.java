/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.Telex;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.internal.syntax.Reading.State;

/** The likely repairs of an error: a word that is misspelt, missing, doubled, or does not belong there. */
final class Repairs {

    /** The number of words before an error in which its cause is searched. */
    private static final int WINDOW = 4;
    /** The maximum number of words that are skipped. */
    private static final int LONGEST_SKIP = 60;
    /** The maximum number of words of a misspelt phrase. */
    private static final int LONGEST_PHRASE = 7;
    /** The maximum number of places with a suspicious indentation that are tried. */
    private static final int MOST_LINES = 12;

    /** Characters before and after the error where a bracket is inserted; each trial reads the line again. */
    private static final int REACH = 400;
    /** Length of a line from which no quotes are tried: each trial reads the line again. */
    private static final int LONG_LINE = 4_000;

    private static final int OUTDENTED = 4;
    private static final int DOUBLED = 8;
    private static final int STRAY = 14;
    private static final int QUOTE = 16;
    private static final int WRONG_DATE = 10;
    private static final int MARK = 18;
    private static final int INDENTED = 22;
    private static final int WRONG_MARK = 27;
    private static final int MISSING = 24;
    private static final int REPLACED = 32;
    private static final int SUPERFLUOUS = 34;
    private static final int ANOTHER_LINE = 15;

    private static final int LONGEST_JOINED = 9;
    private static final int LONGEST_QUOTE = 40;
    private static final String QUOTES = "'''";
    private static final Pattern DATE = Pattern.compile("[\\dOo]{1,2}[-./:][\\dOo]{1,2}[-./:][\\dOo]{4}");
    private static final Pattern DIGITS = Pattern.compile("[\\dOo.]*\\d[\\dOo.]*");
    private static final Pattern WORD_BEGINS = Pattern.compile("(?<![^\\s({\\[])(?=[^\\s\"{}()])");
    private static final Pattern WORD_ENDS = Pattern.compile("(?<=[^\\s\"])(?=\\s|$|[)}\\],:])");
    /** Tokens that continue a name within an expression or citation. */
    private static final Pattern WORD_CONTINUES = Pattern.compile("[\\p{L}\\d_(]|[.,][\\p{L}\\d_]");

    private static final String BRACKETS = "})]";

    private final Reading reading;
    private final String text;
    private final List<Word> words;
    private final List<State> states;
    private final int error;
    private final int first;
    private final BitSet prose = new BitSet();
    private final List<Repair> repairs = new ArrayList<>();

    /**
     * Creates an empty list of repairs.
     *
     * @param words the words of the text
     * @param states the states before the words up to the error
     * @param error index of the word that cannot be read
     * @param first index of the first word that may be changed
     */
    private Repairs(Reading reading, String text, List<Word> words, List<State> states, int error, int first) {
        this.reading = reading;
        this.text = text;
        this.words = words;
        this.states = states;
        this.error = error;
        this.first = first;
        var inProse = false;
        for (int i = 0; i <= error; i++) {
            prose.set(i, inProse);
            inProse ^= words.get(i).text().equals(QUOTES);
        }
    }

    static List<Repair> of(Reading reading, String text, List<Word> words, List<State> states, int error, int first) {
        var all = new Repairs(reading, text, words, states, error, first);
        for (int at = error; at >= Math.max(first, error - WINDOW); at--) {
            all.at(at);
        }
        all.skips();
        all.braces();
        all.strings();
        all.brackets();
        all.unclosedProse();
        return all.repairs;
    }

    /** Returns the repairs that read a word, which is possible as a name, as a keyword. */
    static List<Repair> keywords(Reading reading, String text, List<Word> words, List<State> states, int at) {
        var all = new Repairs(reading, text, words, states, at, at);
        all.respell(at);
        return all.repairs;
    }

    private void at(int at) {
        respell(at);
        collapse(at);
        insert(at);
        if (!words.get(at).isEnd() && !isProse(words.get(at))) {
            delete(at);
            replace(at, at + 1, REPLACED);
        }
    }

    private void add(int at, int removed, List<Word> inserted, int cost, Slip slip) {
        repairs.add(new Repair(at, removed, inserted, cost + error - at, slip));
    }

    private void add(int at, int removed, Word inserted, int cost, Slip slip) {
        add(at, removed, List.of(inserted), cost, slip);
    }

    // Misspelt words

    private void respell(int at) {
        if (words.get(at).isLetters()) {
            for (var expected : states.get(at).expected()) {
                if (expected.isWord()) {
                    respell(at, at, expected, new ArrayList<>(), 0);
                    split(
                            at,
                            expected,
                            new ArrayList<>(),
                            VietnameseText.fold(words.get(at).text()));
                }
            }
        }
    }

    /** Replaces the words from one on by the words of a phrase, as long as they are similar. */
    private void respell(int from, int at, Expected expected, List<Word> phrase, int cost) {
        var word = words.get(at);
        var same = word.isLetters() && word.text().equals(expected.keyword());
        var spelling =
                same ? 0 : word.isLetters() ? Spelling.cost(word.text(), expected.keyword()) : Spelling.OTHER_WORD;
        if (spelling >= Spelling.OTHER_WORD || same && from == at) {
            return;
        }
        phrase.add(new Word(word.start(), word.end(), expected.keyword(), Word.KEYWORD, null));
        var total = phrase.size() == 1 ? spelling : cost + spelling / 2;
        if (!same) {
            var meant = String.join(" ", phrase.stream().map(Word::text).toList());
            var start = words.get(from).start();
            var typed = text.substring(start, word.end());
            var code = isTelex(typed, meant) ? "SYNTAX-TELEX" : "SYNTAX-KEYWORD";
            add(from, phrase.size(), List.copyOf(phrase), total, Slip.of(code, start, word.end(), quote(typed), meant));
        }
        if (phrase.size() < LONGEST_PHRASE
                && at + 1 < words.size()
                && words.get(at + 1).isLetters()) {
            for (var next : reading.next(expected)) {
                if (next.isWord()) {
                    respell(from, at + 1, next, new ArrayList<>(phrase), total);
                }
            }
        }
    }

    private static boolean isTelex(String typed, String meant) {
        var one = typed.split("\\s+");
        var other = meant.split(" ");
        if (one.length != other.length) {
            return false;
        }
        var found = false;
        for (int i = 0; i < one.length; i++) {
            var telex = Telex.isLeftOver(one[i], other[i]);
            if (!telex && !one[i].equals(other[i])) {
                return false;
            }
            found |= telex;
        }
        return found;
    }

    /** Splits a word into the words of a phrase: «nơinhận». */
    private void split(int at, Expected expected, List<Word> phrase, String rest) {
        var keyword = VietnameseText.fold(expected.keyword());
        if (!rest.startsWith(keyword)) {
            return;
        }
        var word = words.get(at);
        phrase.add(new Word(word.start(), word.end(), expected.keyword(), Word.KEYWORD, null));
        var left = rest.substring(keyword.length());
        if (left.isEmpty()) {
            if (phrase.size() > 1) {
                var meant = String.join(" ", phrase.stream().map(Word::text).toList());
                add(at, 1, phrase, DOUBLED, Slip.of("SYNTAX-KEYWORD", word.start(), word.end(), word.text(), meant));
            }
            return;
        }
        for (var next : reading.next(expected)) {
            if (next.isWord()) {
                split(at, next, new ArrayList<>(phrase), left);
            }
        }
    }

    /** Replaces words without spaces between them, such as «TUQQ.» and «05-4-2022», by one. */
    private void collapse(int at) {
        var end = at + 1;
        if (isProse(words.get(at))) {
            return;
        }
        while (end < words.size()
                && end - at < LONGEST_JOINED
                && words.get(end).start() == words.get(end - 1).end()
                && words.get(end).end() > words.get(end).start()
                && !isProse(words.get(end))) {
            end++;
            var start = words.get(at).start();
            var stop = words.get(end - 1).end();
            var typed = VietnameseText.nfc(text.substring(start, stop));
            for (var keyword : states.get(at).keywords()) {
                if (keyword.length() > 1 && Spelling.cost(typed, keyword) < Spelling.OTHER_WORD) {
                    add(
                            at,
                            end - at,
                            new Word(start, stop, keyword, Word.KEYWORD, null),
                            Spelling.cost(typed, keyword),
                            Slip.of("SYNTAX-KEYWORD", start, stop, quote(typed), keyword));
                }
            }
            digits(at, end, typed);
            if (end - at <= 3) {
                replace(at, end, REPLACED);
            }
        }
        if (end == at + 1) {
            digits(at, end, words.get(at).text());
        }
    }

    /** Corrects the separators of a date, and the letter O in place of zero. */
    private void digits(int at, int end, String typed) {
        var isDate = DATE.matcher(typed).matches();
        if (!isDate && !(DIGITS.matcher(typed).matches() && !typed.equals(zeros(typed)))) {
            return;
        }
        var meant = isDate ? zeros(typed).replaceAll("[-.:]", "/") : zeros(typed);
        var type = isDate ? "DATE" : "NUMBER";
        if (!meant.equals(typed) && states.get(at).terminals().contains(type)) {
            var start = words.get(at).start();
            var stop = words.get(end - 1).end();
            add(
                    at,
                    end - at,
                    new Word(start, stop, meant, type, null),
                    WRONG_DATE,
                    Slip.of("SYNTAX-KEYWORD", start, stop, quote(typed), meant));
        }
    }

    private static String zeros(String typed) {
        return typed.replace('O', '0').replace('o', '0');
    }

    private static boolean isProse(Word word) {
        return word.isProseMark() || word.type().startsWith("PROSE");
    }

    /** Replaces words by any other that is possible. */
    private void replace(int at, int end, int cost) {
        var start = words.get(at).start();
        var stop = words.get(end - 1).end();
        var typed = quote(text.substring(start, stop));
        var isMark = typed.chars().noneMatch(Character::isLetterOrDigit) && !typed.startsWith("\"");
        var markCost =
                words.subList(at, end).stream().anyMatch(word -> word.type().equals(Word.OTHER)) ? MARK : WRONG_MARK;
        for (var keyword : states.get(at).keywords()) {
            if (!Character.isLetter(keyword.charAt(0)) && isMark) {
                var inserted = keyword.equals(QUOTES)
                        ? relexed(QUOTES + text.substring(stop), stop - QUOTES.length(), isInProse(at))
                        : List.of(new Word(start, stop, keyword, Word.KEYWORD, null));
                var all = keyword.equals(QUOTES) ? words.size() - at : end - at;
                add(at, all, inserted, markCost, Slip.of("SYNTAX-KEYWORD", start, stop, typed, keyword));
            }
        }
        for (var terminal : terminals(at)) {
            add(
                    at,
                    end - at,
                    new Word(start, stop, "", terminal, null),
                    cost,
                    Slip.of("SYNTAX-EXPECTED", start, stop, typed));
        }
    }

    private List<String> terminals(int at) {
        var all = new ArrayList<String>();
        if (states.get(at).allowsName()) {
            all.add(Word.NAME);
        }
        for (var terminal : states.get(at).terminals()) {
            if (!terminal.startsWith("PROSE") && !new Word(0, 0, "", terminal, null).isProseMark()) {
                all.add(terminal);
            }
        }
        return all;
    }

    // Missing words

    private void insert(int at) {
        var next = words.get(at);
        var found = quote(next.text());
        for (var terminal : terminals(at)) {
            add(
                    at,
                    0,
                    Word.assumedTerminal(next.start(), terminal),
                    MISSING,
                    Slip.of("SYNTAX-EXPECTED", next.start(), Math.max(next.end(), next.start()), found));
        }
        for (var keyword : states.get(at).keywords()) {
            if (keyword.equals(QUOTES) && !isInProse(at)) {
                if (at < error) {
                    continue;
                }
                var rest = relexed(QUOTES + text.substring(next.start()), next.start() - QUOTES.length(), false);
                var only = states.get(at).keywords().size() == 1;
                add(at, words.size() - at, rest, only ? MISSING : MISSING + DOUBLED, missing(at, keyword));
            } else {
                var odd = !Character.isLetter(keyword.charAt(0))
                        && !keyword.equals("}")
                        && !next.isEnd()
                        && next.beginsLine(text);
                add(at, 0, Word.assumed(next.start(), keyword), odd ? MISSING + 1 : MISSING, missing(at, keyword));
            }
        }
    }

    /** Returns the problem that a keyword is missing. In prose it is placed at the end of the text before. */
    private Slip missing(int at, String keyword) {
        var next = words.get(at);
        if (next.isEnd()) {
            return keyword.equals("}") || keyword.equals(QUOTES)
                    ? Slip.of("SYNTAX-END", next.start(), next.start())
                    : Slip.of("SYNTAX-MISSING-END", next.start(), next.start(), "", keyword);
        }
        var last = at == 0 ? 0 : words.get(at - 1).end();
        if (isInProse(at)
                && keyword.startsWith("*")
                && (isProse(next) || next.text().equals("|"))) {
            return Slip.of("SYNTAX-MARK", Math.max(0, last - 1), last, keyword);
        }
        if (next.type().equals("NL")) {
            return Slip.of("SYNTAX-MISSING", lineEnd(next.start()), lineEnd(next.start()), "⏎", keyword);
        }
        return Slip.of("SYNTAX-MISSING", next.start(), next.end(), quote(next.text()), keyword);
    }

    /** Inserts closing braces where the indentation shows that one is missing, and deletes those that are doubled. */
    private void braces() {
        var open = new ArrayDeque<Integer>();
        var places = new ArrayDeque<Repair>();
        for (int i = 0; i < error; i++) {
            var word = words.get(i);
            if (!word.type().equals(Word.KEYWORD)) {
                continue;
            }
            var isClosing = word.text().equals("}");
            if (i >= first && !open.isEmpty() && word.beginsLine(text)) {
                var outer = indentation(open.peek());
                var own = indentation(word.start());
                if (isClosing ? own < outer : own <= outer) {
                    places.add(new Repair(
                            i,
                            0,
                            List.of(Word.assumed(word.start(), "}")),
                            INDENTED,
                            Slip.of("SYNTAX-MISSING", word.start(), word.end(), quote(word.text()), "}")));
                }
            }
            if (isClosing) {
                if (i > first
                        && words.get(i - 1).text().equals("}")
                        && words.get(i - 1).end() == word.start()) {
                    places.add(new Repair(
                            i, 1, List.of(), DOUBLED, Slip.of("SYNTAX-DOUBLE", word.start(), word.end(), "}")));
                }
                open.poll();
            } else if (word.text().equals("{") || word.text().equals("^{")) {
                open.push(word.start());
            }
        }
        while (places.size() > MOST_LINES) {
            places.poll();
        }
        repairs.addAll(places);
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private int lineEnd(int offset) {
        var end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    private int indentation(int offset) {
        var at = lineStart(offset);
        var start = at;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - start;
    }

    // Words that do not belong there

    private void delete(int at) {
        var word = words.get(at);
        var typed = quote(word.text());
        var isDoubled = at > 0 && words.get(at - 1).text().equals(word.text());
        var slip = Slip.of(isDoubled ? "SYNTAX-DOUBLE" : "SYNTAX-EXPECTED", word.start(), word.end(), typed);
        var isStray = word.type().equals(Word.OTHER) && word.end() == word.start() + 1;
        var cost = isDoubled ? DOUBLED : isStray ? STRAY : SUPERFLUOUS;
        if (word.text().equals(QUOTES)) {
            add(at, words.size() - at, relexed(text.substring(word.end()), word.end(), isInProse(at)), cost, slip);
        } else {
            add(at, 1, List.of(), cost, slip);
        }
    }

    /** Skips words up to the next place where reading can go on; braces are skipped with their content. */
    private void skips() {
        for (int from = Math.max(first, error - 2); from <= error; from++) {
            var depth = 0;
            var lines = 0;
            var start = words.get(from).start();
            var end = words.get(from).end();
            for (int i = from; i < words.size() && i - from < LONGEST_SKIP; i++) {
                var word = words.get(i);
                if (word.isEnd() || word.text().equals("}") && depth == 0) {
                    break;
                }
                lines += i > from && depth == 0 && word.beginsLine(text) ? 1 : 0;
                depth += word.text().equals("{") ? 1 : word.text().equals("}") ? -1 : 0;
                if (word.isLetters() && end == words.get(Math.max(from, i - 1)).end() && lineEnd(start) >= word.end()) {
                    end = word.end();
                }
                if (i > from && depth == 0) {
                    add(
                            from,
                            i + 1 - from,
                            List.of(),
                            SUPERFLUOUS + 3 * (i - from) + ANOTHER_LINE * lines,
                            Slip.of("SYNTAX-EXPECTED", start, end, quote(text.substring(start, end))));
                }
            }
        }
    }

    // Quotes

    private int quotes(int start, int end) {
        var quotes = 0;
        for (var at = text.indexOf('"', start); at >= 0 && at < end; at = text.indexOf('"', at + 1)) {
            quotes++;
        }
        return quotes;
    }

    /** Inserts or deletes a quote in the line of the error, if the number of its quotes is odd. */
    private void strings() {
        var offset = words.get(error).start();
        var start = lineStart(offset);
        var end = lineEnd(offset);
        if (isInProse(error) || end - start > LONG_LINE || quotes(start, end) % 2 == 0) {
            return;
        }
        var line = text.substring(start, end);
        var from = error;
        while (from > first && words.get(from - 1).start() >= start) {
            from--;
        }
        var to = error;
        while (to < words.size()
                && words.get(to).start() < end
                && !words.get(to).isEnd()) {
            to++;
        }
        for (var opens : List.of(true, false)) {
            var boundaries = (opens ? WORD_BEGINS : WORD_ENDS).matcher(line);
            while (boundaries.find()) {
                var at = boundaries.start();
                if (opens
                        == (line.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 0)) {
                    var place = opens ? at : line.lastIndexOf('"', at - 1);
                    var stop = Math.max(place + 1, opens ? wordEnd(line, at) : at);
                    repairs.add(new Repair(
                            from,
                            to - from,
                            shifted(line.substring(0, at) + '"' + line.substring(at), start, at),
                            QUOTE + Math.min(QUOTE / 2, Math.abs(offset - start - at) / 4),
                            Slip.of(
                                    "SYNTAX-UNCLOSED",
                                    start + place,
                                    start + stop,
                                    quote(line.substring(place, stop)),
                                    Integer.toString(at - place))));
                }
            }
        }
        for (int at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
            var place = at;
            repairs.add(new Repair(
                    from,
                    to - from,
                    withoutEnd(Word.of(line.substring(0, at) + ' ' + line.substring(at + 1), start)),
                    QUOTE,
                    Slip.of("SYNTAX-EXPECTED", start + place, start + place + 1, "\"")));
        }
    }

    /** Inserts a closing bracket in the line of prose with the error, or puts it in place of another one. */
    private void brackets() {
        if (!isInProse(error)) {
            return;
        }
        var from = error;
        while (from > first && !words.get(from).type().equals("INDENT")) {
            from--;
        }
        var to = error;
        while (to < words.size() && !words.get(to).type().equals("NL")) {
            to++;
        }
        var start = words.get(from).start();
        if (!words.get(from).type().equals("INDENT") || to == words.size()) {
            return;
        }
        var line = text.substring(start, lineEnd(start));
        for (var closing : List.of("}", "]")) {
            var opening = line.indexOf(closing.equals("}") ? '{' : '[');
            var slipped = words.get(error).start() - start;
            var last = Math.min(line.length(), slipped + REACH);
            for (int at = Math.max(opening + 1, slipped - REACH); opening >= 0 && at <= last; at++) {
                var isWrong =
                        at < line.length() && BRACKETS.indexOf(line.charAt(at)) >= 0 && !line.startsWith(closing, at);
                var isBoundary =
                        !WORD_CONTINUES.matcher(line).region(at, line.length()).lookingAt();
                if (isWrong) {
                    var typed = line.substring(at, at + 1);
                    bracket(
                            from,
                            to,
                            start,
                            line.substring(0, at) + closing + line.substring(at + 1),
                            line.length() + 1,
                            Slip.of("SYNTAX-KEYWORD", start + at, start + at + 1, typed, closing));
                }
                if (isBoundary) {
                    bracket(
                            from,
                            to,
                            start,
                            line.substring(0, at) + closing + line.substring(at),
                            at,
                            Slip.of("SYNTAX-MISSING", start + at, start + wordEnd(line, at), next(line, at), closing));
                }
            }
        }
    }

    private void bracket(int from, int to, int start, String line, int inserted, Slip slip) {
        var changed = shifted(QUOTES + "\n" + line + "\n", start - QUOTES.length() - 1, inserted + QUOTES.length() + 1);
        if (changed.getLast().type().equals("NL")) {
            var distance = Math.min(QUOTE / 2, Math.abs(words.get(error).start() - slip.start()) / 4);
            repairs.add(new Repair(from, to + 1 - from, changed.subList(1, changed.size()), QUOTE + distance, slip));
        }
    }

    /** Returns the next word in a line. */
    private static String next(String line, int at) {
        var rest = line.substring(at).strip();
        return rest.isEmpty() ? "⏎" : quote(rest.substring(0, wordEnd(rest, 0)));
    }

    private static int wordEnd(String line, int at) {
        var end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Returns the words of a changed line with the offsets they have without the character inserted at a place. */
    private static List<Word> shifted(String line, int start, int inserted) {
        return withoutEnd(Word.of(line, start)).stream()
                .map(word -> new Word(
                        word.start() - (word.start() > start + inserted ? 1 : 0),
                        word.end() - (word.end() > start + inserted ? 1 : 0),
                        word.text(),
                        word.type(),
                        word.flaw()))
                .toList();
    }

    private static List<Word> withoutEnd(List<Word> words) {
        return words.subList(0, words.size() - 1);
    }

    /** Closes prose before the first line that is not indented more than the line in which it begins. */
    private void unclosedProse() {
        var found = 0;
        for (int i = error - 1; i >= first && found < MOST_LINES; i--) {
            if (words.get(i).text().equals(QUOTES) && !isInProse(i)) {
                var indentation = indentation(words.get(i).start());
                var line = lineEnd(words.get(i).end()) + 1;
                while (line < text.length()
                        && (text.substring(line, lineEnd(line)).isBlank() || indentation(line) > indentation)) {
                    line = lineEnd(line) + 1;
                }
                if (line < text.length()) {
                    found++;
                    close(line);
                }
            }
        }
    }

    private void close(int line) {
        var at = first;
        while (at < error
                && (words.get(at).start() < line || words.get(at).type().equals("NL"))) {
            at++;
        }
        if (words.get(at).start() < line) {
            return;
        }
        var end = lineEnd(line);
        var written = text.substring(line, end).strip();
        var isMisspelt = !written.isEmpty() && written.chars().allMatch(c -> "'\"`’‘".indexOf(c) >= 0);
        var rest = isMisspelt ? end : line;
        var start = line + indentation(line);
        repairs.add(new Repair(
                at,
                words.size() - at,
                relexed(QUOTES + text.substring(rest), rest - QUOTES.length(), true),
                OUTDENTED,
                isMisspelt
                        ? Slip.of("SYNTAX-KEYWORD", start, start + written.length(), written, QUOTES)
                        : Slip.of(
                                "SYNTAX-MISSING",
                                start,
                                wordEnd(text, start),
                                quote(text.substring(start, wordEnd(text, start))),
                                QUOTES)));
    }

    /** Returns whether the word at an index is in prose, or closes it. */
    private boolean isInProse(int index) {
        return prose.get(index);
    }

    /** Returns the words of a changed rest of the text. */
    private static List<Word> relexed(String rest, int offset, boolean inProse) {
        if (!inProse) {
            return Word.of(rest, offset);
        }
        var words = Word.of(QUOTES + rest, offset - QUOTES.length());
        return words.subList(1, words.size());
    }

    private static String quote(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }
}
