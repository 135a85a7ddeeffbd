/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A table that every writer writes. The values are drawn at random with a fixed seed before anything is measured.
 *
 * @param title the title above the table
 * @param columns the columns, of which the first has the number of the row
 * @param count the number of rows
 * @param pool the values of the first rows, which repeat
 */
record Table(String title, List<Column> columns, int count, Object[][] pool) {

    /** Number of different rows: together longer than the 32 KB in which ZIP finds repetitions. */
    private static final int POOL = 1_999;

    private static final String[] WORDS =
            ("tỉnh huyện xã thôn phường trường trạm công trình nước sạch đường giao thông nông thôn dự án hỗ trợ vốn "
                            + "ngân sách kế hoạch thực hiện hoàn thành tổng mức đầu tư quyết định phê duyệt hộ nghèo cận "
                            + "nghèo lao động việc làm đào tạo nghề mô hình điển hình dân vận khéo tiết kiệm điện cơ quan đơn vị "
                            + "Quảng Ngãi Hưng Yên Trà Bồng Sơn Tịnh Nghĩa Hành Bình Sơn Đức Phổ Mộ Đức Tư Nghĩa")
                    .split(" ");

    /** The contents of a column. */
    enum Kind {
        /** The number of the row, from 1. */
        ORDINAL,
        /** Three to seven words. */
        NAME,
        /** A sentence of 20 to 40 words. */
        SENTENCE,
        /** A whole number, or one with a decimal. */
        NUMBER,
        /** An amount of money up to 10 billion. */
        MONEY
    }

    /** @param millimetres the width, for the writers that compute none */
    record Column(String title, Kind kind, int millimetres) {

        boolean isNumber() {
            return kind == Kind.NUMBER || kind == Kind.MONEY;
        }
    }

    /** Returns a table of five columns: the ordinal, two texts and two numbers. */
    static Table narrow(int rows) {
        return of(rows, Kind.ORDINAL, Kind.NAME, Kind.NAME, Kind.NUMBER, Kind.MONEY);
    }

    /** Returns a table of twenty columns: the ordinal, six texts and thirteen numbers. */
    static Table wide(int rows) {
        var kinds = new ArrayList<>(List.of(Kind.ORDINAL, Kind.NAME));
        for (int i = 0; i < 5; i++) {
            kinds.addAll(List.of(Kind.NAME, Kind.NUMBER, Kind.MONEY));
        }
        kinds.addAll(List.of(Kind.NUMBER, Kind.NUMBER, Kind.MONEY));
        return of(rows, kinds.toArray(Kind[]::new));
    }

    /** Returns a table as a report has it: the ordinal, two texts, two numbers and a sentence. */
    static Table report(int rows) {
        return of(rows, Kind.ORDINAL, Kind.NAME, Kind.NAME, Kind.NUMBER, Kind.MONEY, Kind.SENTENCE);
    }

    private static Table of(int rows, Kind... kinds) {
        var columns = new ArrayList<Column>();
        for (var kind : kinds) {
            columns.add(
                    switch (kind) {
                        case ORDINAL -> new Column("STT", kind, 12);
                        case NAME -> new Column("Tên công trình " + columns.size(), kind, 45);
                        case SENTENCE -> new Column("Nội dung thực hiện", kind, 90);
                        case NUMBER -> new Column("Số lượng " + columns.size(), kind, 20);
                        case MONEY -> new Column("Kinh phí (đồng) " + columns.size(), kind, 30);
                    });
        }
        var random = new Random(30);
        var pool = new Object[POOL][];
        for (int i = 0; i < POOL; i++) {
            pool[i] = Arrays.stream(kinds).map(kind -> value(kind, random)).toArray();
        }
        return new Table("BIỂU TỔNG HỢP", List.copyOf(columns), rows, pool);
    }

    private static Object value(Kind kind, Random random) {
        return switch (kind) {
            case ORDINAL -> "";
            case NAME -> words(3 + random.nextInt(5), random);
            case SENTENCE -> words(20 + random.nextInt(21), random) + ".";
            case NUMBER -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(2));
            case MONEY -> BigDecimal.valueOf(random.nextInt(10_000_000) * 1000L);
        };
    }

    private static String words(int count, Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            var word = WORDS[random.nextInt(WORDS.length)];
            text.append(i == 0 ? "" : " ").append(word);
        }
        return text.toString();
    }

    /**
     * Returns the value of a cell: a text, or a number as {@link BigDecimal}; the ordinal has none.
     *
     * @param row from 0
     */
    Object value(int row, int column) {
        return pool[row % POOL][column];
    }
}
