/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.model.ColumnType;

/** Values as each office types them. */
enum ValueMutation implements Mutation {
    NUMBERS_AS_TEXT(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return shown;
        }
    },
    NUMBERS_WITH_APOSTROPHES(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return "'" + shown;
        }
    },
    /** Commas between groups, and a decimal point. */
    ENGLISH_NUMBERS(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return number(shown, "#,##0.#########");
        }
    },
    PLAIN_NUMBERS(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return number(shown, "0.#########");
        }
    },
    /** Some numbers are English, some Vietnamese. */
    MIXED_NUMBERS(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return random.nextBoolean() ? number(shown, "#,##0.#########") : shown;
        }
    },
    SPACED_NUMBERS(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return shown.replace('.', random.nextBoolean() ? ' ' : '\u00A0');
        }
    },
    UNITS_AFTER_NUMBERS(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return shown + Mutation.any(List.of(" hộ", "ha", " đồng", "đ"), random);
        }
    },
    NEGATIVES_IN_PARENTHESES(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return shown.startsWith("-") || shown.startsWith("−") ? "(" + shown.substring(1) + ")" : shown;
        }
    },
    ZEROS_BEFORE_NUMBERS(Types.NUMERIC) {
        @Override
        String typed(String shown, Random random) {
            return shown.matches("\\d") ? "0" + shown : shown;
        }
    },
    OTHER_MARKS(Set.of(ColumnType.MARK)) {
        @Override
        String typed(String shown, Random random) {
            return Mutation.any(List.of("x", "X", "✓", "×", " x ", "✔"), random);
        }
    },
    WORDS_FOR_MARKS(Set.of(ColumnType.MARK)) {
        @Override
        String typed(String shown, Random random) {
            return Mutation.any(List.of("có", "Có", "1", "đạt", "xx"), random);
        }
    },
    DATES_AS_TEXT(Types.DATES) {
        @Override
        String typed(String shown, Random random) {
            return shown;
        }
    },
    DATES_WITH_OTHER_MARKS(Types.DATES) {
        @Override
        String typed(String shown, Random random) {
            return shown.replace("/", Mutation.any(List.of("-", ".", " / ", "-"), random));
        }
    },
    SHORT_YEARS(Types.DATES) {
        @Override
        String typed(String shown, Random random) {
            return shown.replaceFirst("/20(\\d\\d)$", "/$1");
        }
    },
    DATES_WITHOUT_ZEROS(Types.DATES) {
        @Override
        String typed(String shown, Random random) {
            return shown.replaceAll("\\b0(\\d)", "$1");
        }
    },
    DATES_IN_WORDS(Types.DATES) {
        @Override
        String typed(String shown, Random random) {
            return shown.replaceFirst("^(\\d+)/(\\d+)/(\\d+)$", "ngày $1 tháng $2 năm $3");
        }
    },
    /** The month before the day, where at least one date shows it. */
    MONTH_FIRST(Types.DATES) {
        @Override
        boolean isPossible(List<String> ofColumn) {
            return ofColumn.stream().anyMatch(shown -> shown.matches("(1[3-9]|[23]\\d)/\\d+/\\d+"));
        }

        @Override
        String typed(String shown, Random random) {
            return shown.replaceFirst("^(\\d+)/(\\d+)/(\\d+)$", "$2/$1/$3");
        }
    },
    ISO_DATES(Types.DATES) {
        @Override
        String typed(String shown, Random random) {
            return shown.replaceFirst("^(\\d\\d)/(\\d\\d)/(\\d+)$", "$3-$2-$1");
        }
    },
    CHOICES_IN_OTHER_CASE(Set.of(ColumnType.CHOICE)) {
        @Override
        String typed(String shown, Random random) {
            return random.nextBoolean()
                    ? shown.toUpperCase(VietnameseText.LOCALE)
                    : shown.toLowerCase(VietnameseText.LOCALE);
        }
    },
    ABBREVIATED_CHOICES(Set.of(ColumnType.CHOICE)) {
        @Override
        String typed(String shown, Random random) {
            return shown.substring(0, 1) + ".";
        }
    },
    SPACES_AROUND(Types.ALL) {
        @Override
        String typed(String shown, Random random) {
            return Mutation.any(List.of("  ", "\u00A0", " \u00A0", "\n"), random) + shown + " \u00A0";
        }
    },
    NO_BREAK_SPACES(Set.of(ColumnType.TEXT, ColumnType.CHOICE)) {
        @Override
        String typed(String shown, Random random) {
            return shown.replace(' ', '\u00A0');
        }
    },
    /** Names are broken into lines by hand. */
    LINE_BREAKS(Set.of(ColumnType.TEXT, ColumnType.CHOICE)) {
        @Override
        String typed(String shown, Random random) {
            return shown.replaceFirst(" ", "\n");
        }
    },
    BLANKS_IN_EMPTY_CELLS(Types.ALL) {
        @Override
        String typed(String shown, Random random) {
            return "\u00A0";
        }

        @Override
        boolean isChanged(String shown) {
            return shown.isEmpty();
        }
    },
    DASHES_IN_EMPTY_CELLS(
            Set.of(ColumnType.NUMBER, ColumnType.MONEY, ColumnType.DATE, ColumnType.CHOICE, ColumnType.MARK)) {
        @Override
        String typed(String shown, Random random) {
            return Mutation.any(List.of("-", "–", "/", "không"), random);
        }

        @Override
        boolean isChanged(String shown) {
            return shown.isEmpty();
        }
    };

    /** Types of columns that are changed alike. */
    private interface Types {

        Set<ColumnType> NUMERIC = Set.of(ColumnType.NUMBER, ColumnType.MONEY);
        Set<ColumnType> DATES = Set.of(ColumnType.DATE);
        Set<ColumnType> ALL = Set.of(
                ColumnType.NUMBER,
                ColumnType.MONEY,
                ColumnType.DATE,
                ColumnType.TEXT,
                ColumnType.MARK,
                ColumnType.CHOICE);
    }

    private final Set<ColumnType> types;

    ValueMutation(Set<ColumnType> types) {
        this.types = types;
    }

    /**
     * Returns a value as it is typed.
     *
     * @param shown the value as the form prints it
     */
    abstract String typed(String shown, Random random);

    boolean isChanged(String shown) {
        return !shown.isEmpty();
    }

    /** Returns whether the values of a column can be changed, so that the truth can be known. */
    boolean isPossible(List<String> ofColumn) {
        return true;
    }

    private static String number(String shown, String pattern) {
        return NumberStyle.VIETNAMESE
                .read(shown)
                .map(number -> format(number, pattern))
                .orElse(shown);
    }

    private static String format(BigDecimal number, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static List<String> shown(Paper paper, Leaf leaf) {
        return paper.table.body().stream()
                .filter(row -> row.line >= 0)
                .map(row -> paper.truth.lines().get(row.line).shown().get(leaf.index()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public boolean change(Paper paper, Random random) {
        var columns = paper.truth.template().columns().stream()
                .filter(leaf -> types.contains(leaf.type()) && isPossible(shown(paper, leaf)))
                .toList();
        var isChanged = false;
        for (var row : paper.table.body()) {
            for (var leaf : columns) {
                var cell = row.of(leaf.index());
                if (cell.isEmpty() || RowMutation.isPrinted(paper, row) && leaf.type() == ColumnType.TEXT) {
                    continue;
                }
                var shown = paper.truth.lines().get(row.line).shown().get(leaf.index());
                if (shown != null && isChanged(shown)) {
                    cell.get().text(typed(shown, random));
                    isChanged = true;
                }
            }
        }
        return isChanged;
    }
}
