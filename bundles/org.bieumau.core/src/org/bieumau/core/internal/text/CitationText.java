/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.model.DocumentType;
import org.bieumau.model.PartialDate;

/**
 * Finds citations of documents in plain text: type, number and symbol, date. Citations within the subject of a cited
 * document are found too, because the search continues right after the date.
 */
public final class CitationText {

    private static final Map<String, DocumentType> TYPES = new HashMap<>();
    private static final Pattern CITATION;
    private static final int LEAP_YEAR = 2024;
    private static final Pattern DATE = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?![\\d/])");
    private static final Pattern DATE_IN_WORDS =
            Pattern.compile("(?U)\\bngày\\s(\\d{1,2})\\stháng\\s(\\d{1,2})\\snăm\\s(\\d{4})");

    private static final Pattern DATE_WITHOUT_YEAR = Pattern.compile(
            "(?iu)(?<!\\p{L})ngày\\s([0-2]?\\d|3[01])(?:/|\\stháng\\s)(\\d|0\\d|1[0-2])(?![\\d/%]|[.,]\\d|\\snăm\\s\\d)");

    private static final Pattern DEADLINE =
            Pattern.compile("(?iu)(?:trước|chậm\\snhất(?:\\slà)?|muộn\\snhất(?:\\slà)?)\\sngày\\s("
                    + "\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}\\stháng\\s\\d{1,2}\\snăm\\s\\d{4})");
    /** Words of clauses about what has happened: «hồ sơ tiếp nhận trước ngày …». */
    private static final Pattern PAST = Pattern.compile("(?iu)(?<!\\p{L})(?:đã|tiếp nhận|phát sinh|ban hành|được cấp"
            + "|được giao|thành lập|nghỉ hưu|sinh|ký kết|khởi công|có hiệu lực)(?!\\p{L})");

    private static final Pattern MONTH =
            Pattern.compile("(?iu)(?<!\\p{L})(?<!\\d\\s)tháng\\s(\\d{1,2})(?!\\d)(?:(?:/|\\snăm\\s)(\\d{4}))?");

    static {
        for (var type : DocumentType.VALUES) {
            TYPES.put(type.getLiteral().toLowerCase(VietnameseText.LOCALE), type);
        }
        TYPES.put("thỏa thuận", DocumentType.AGREEMENT);
        TYPES.put("thoả thuận", DocumentType.AGREEMENT);
        TYPES.put("bản thoả thuận", DocumentType.AGREEMENT);
        TYPES.put("nq", DocumentType.RESOLUTION);
        TYPES.put("nghị quyết liên tịch", DocumentType.RESOLUTION);
        TYPES.put("kết luận thanh tra", DocumentType.CONCLUSION);
        TYPES.put("thông báo kết luận", DocumentType.ANNOUNCEMENT);
        TYPES.put("chương trình hành động", DocumentType.PROGRAMME);
        TYPES.put("chương trình phối hợp", DocumentType.PROGRAMME);
        TYPES.put("kế hoạch hành động", DocumentType.PLAN);
        TYPES.put("kế hoạch phối hợp", DocumentType.PLAN);
        TYPES.put("kế hoạch liên tịch", DocumentType.PLAN);
        TYPES.put("hướng dẫn liên ngành", DocumentType.GUIDELINE);
        TYPES.put("quy chế phối hợp", DocumentType.STATUTE);
        var types = TYPES.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(type -> type.replace(" ", "\\s"))
                .collect(Collectors.joining("|"));
        CITATION = Pattern.compile("(?iu)(?<!\\p{L})(" + types + ")(?:\\s(?:số:?))?\\s(?-i:(\\d+[a-z]?)(/\\d{4})?([/-])"
                + "(\\p{Lu}[\\p{L}\\d&]*+(?:[-/]\\p{Lu}[\\p{L}\\d&]*+)*+))(?:,?\\sngày\\s(\\d{1,2}/\\d{1,2}/\\d{4}|"
                + "\\d{1,2}\\stháng\\s\\d{1,2}\\snăm\\s\\d{4}))?");
    }

    /**
     * A citation in a text.
     *
     * @param start the offset of its first character, in UTF-16 code units
     * @param end the offset after its last character, in UTF-16 code units
     * @param type the type of the cited document
     * @param number the number without year and symbol
     * @param year the year in the number with its slash, such as <code>/2015</code>; empty if there is none
     * @param separator the character before the symbol: <code>/</code> in state documents, <code>-</code> in Party
     *     documents
     * @param symbol the symbol, such as <code>KH-UBND</code>
     * @param date the date; null if there is none or the day does not exist
     */
    public record Found(
            int start,
            int end,
            DocumentType type,
            String number,
            String year,
            char separator,
            String symbol,
            PartialDate date) {

        /** Returns the groups of the symbol: <code>KH</code>, <code>UBND</code>. */
        public List<String> codes() {
            return List.of(symbol.split("[-/]"));
        }

        /** Returns number and symbol as written: <code>38/KH-UBND</code>. */
        public String numberAndSymbol() {
            return number + year + separator + symbol;
        }

        /** Returns whether the symbol has the form of Party documents. */
        public boolean isPartys() {
            return separator == '-';
        }
    }

    /**
     * A misspelled date or month in a text (ND30, Phụ lục I, II.4).
     *
     * @param start the offset of its first character, in UTF-16 code units
     * @param end the offset after its last character, in UTF-16 code units
     * @param date the date; null for a month
     * @param expected the correct spelling
     */
    public record FoundDate(int start, int end, PartialDate date, String expected) {}

    private CitationText() {}

    /** Returns the citations in a text, in text order. */
    public static List<Found> find(String text) {
        var found = new ArrayList<Found>();
        var citations = CITATION.matcher(text);
        while (citations.find()) {
            var type = TYPES.get(
                    citations.group(1).toLowerCase(VietnameseText.LOCALE).replaceAll("\\s", " "));
            found.add(new Found(
                    citations.start(),
                    citations.end(),
                    type,
                    citations.group(2),
                    citations.group(3) == null ? "" : citations.group(3),
                    citations.group(4).charAt(0),
                    citations.group(5),
                    citations.group(6) == null ? null : date(citations.group(6))));
        }
        return found;
    }

    /** Returns the full dates that are not spelled as the decree requires; dates that do not exist are left out. */
    public static List<FoundDate> misspelledDates(String text) {
        var found = new ArrayList<FoundDate>();
        for (var pattern : List.of(DATE, DATE_IN_WORDS)) {
            var dates = pattern.matcher(text);
            while (dates.find()) {
                var date = date(dates.group().replaceFirst("^ngày\\s", ""));
                var expected = date == null ? null : pattern == DATE ? date.toString() : VietnameseDates.inWords(date);
                if (expected != null && !expected.equals(dates.group().replace('\u00A0', ' '))) {
                    found.add(new FoundDate(dates.start(), dates.end(), date, expected));
                }
            }
        }
        return found;
    }

    /**
     * Returns the dates of a text that do not exist, as written: <code>31/4/2023</code>, <code>ngày 29 tháng 02 năm
     * 2023</code>. A date without a year, such as <code>ngày 31/4</code>, is one that exists in no year.
     */
    public static List<MatchResult> impossibleDates(String text) {
        var found = new ArrayList<MatchResult>();
        for (var pattern : List.of(DATE, DATE_IN_WORDS)) {
            pattern.matcher(text)
                    .results()
                    .filter(each -> date(each.group().replaceFirst("^ngày\\s", "")) == null)
                    .forEach(found::add);
        }
        DATE_WITHOUT_YEAR
                .matcher(text)
                .results()
                .filter(each -> date(each.group(1) + "/" + each.group(2) + "/" + LEAP_YEAR) == null)
                .forEach(found::add);
        return found;
    }

    /**
     * A deadline in a text.
     *
     * @param start the offset of the first character of its date, in UTF-16 code units
     * @param end the offset after the last character of its date, in UTF-16 code units
     */
    public record Deadline(int start, int end, PartialDate date) {}

    /**
     * Returns the deadlines in a text, in text order: the dates after <code>trước ngày</code>, <code>chậm nhất
     * ngày</code> or <code>muộn nhất ngày</code>, unless the clause tells of what has happened.
     */
    public static List<Deadline> deadlines(String text) {
        return DEADLINE.matcher(text)
                .results()
                .filter(found -> date(found.group(1)) != null && !tellsOfThePast(text, found.start()))
                .map(found -> new Deadline(found.start(1), found.end(1), date(found.group(1))))
                .toList();
    }

    private static boolean tellsOfThePast(String text, int end) {
        var clause = text.substring(0, end);
        for (var mark : List.of(", ", "; ", ". ", "\n")) {
            clause = clause.substring(clause.lastIndexOf(mark) + 1);
        }
        return PAST.matcher(clause).find();
    }

    /**
     * Returns the months that a text names, in text order: <code>tháng 01/2025</code>, <code>tháng 02 năm 2025</code>.
     * A month without a year gets its year from the month named next: the same year, or the year before if it is the
     * later month (December before January). It is left out if no later month has a year.
     */
    public static List<PartialDate> months(String text) {
        var found = MONTH.matcher(text).results().toList();
        var months = new LinkedList<PartialDate>();
        PartialDate next = null;
        for (int i = found.size() - 1; i >= 0; i--) {
            var month = Integer.parseInt(found.get(i).group(1));
            var year = found.get(i).group(2) != null
                    ? Integer.parseInt(found.get(i).group(2))
                    : next == null ? 0 : next.month() < month ? next.year() - 1 : next.year();
            if (month >= 1 && month <= 12 && year >= 1) {
                next = new PartialDate(0, month, year);
                months.addFirst(next);
            }
        }
        return List.copyOf(months);
    }

    /**
     * Returns the misspelled numbers of months: the decree requires a leading zero for the months 1 and 2, and none for
     * the other months.
     */
    public static List<FoundDate> misspelledMonths(String text) {
        var found = new ArrayList<FoundDate>();
        for (var month : (Iterable<MatchResult>) MONTH.matcher(text).results()::iterator) {
            var number = Integer.parseInt(month.group(1));
            var expected = number < 3 ? "0" + number : Integer.toString(number);
            if (number >= 1 && number <= 12 && !month.group(1).equals(expected)) {
                found.add(new FoundDate(month.start(1), month.end(1), null, expected));
            }
        }
        return found;
    }

    private static PartialDate date(String written) {
        try {
            return PartialDate.valueOf(String.join("/", written.split("\\D+")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
