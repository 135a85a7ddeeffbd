/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.Evidence;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.model.PaperSize;
import org.bieumau.reading.internal.formula.ColumnFormula;
import org.bieumau.reading.internal.formula.FormulaRows;
import org.bieumau.reading.internal.formula.FormulaStyles;
import org.bieumau.reading.internal.formula.FormulaStyles.Formula;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.shape.Ordinal;
import org.bieumau.reading.internal.shape.Phrases;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableHeading;
import org.bieumau.reading.internal.shape.TableShape;

/** Writes the template of a table that was found in a file. Doubts are written as comments. */
public final class TemplateDrawing {

    /** Minimum number of columns for which the paper is in landscape, if the file does not say so. */
    private static final int WIDE = 7;

    private final TableShape shape;
    private final StringBuilder text = new StringBuilder();
    private final Map<ShapeColumn, String> names = new HashMap<>();
    private final Map<String, String> byNumber = new HashMap<>();
    private final Map<ShapeColumn, ColumnKind> kinds = new HashMap<>();
    /** The formulas that no row contradicts. */
    private final Map<ShapeColumn, String> formulas = new HashMap<>();
    /** The number of rows that contradict the printed formula of a column. */
    private final Map<ShapeColumn, Long> contradicted = new HashMap<>();

    private final ItemNames items = new ItemNames();
    private final String pattern;
    private final boolean isFilled;
    /** The rows that are printed with the form; empty if units fill in rows of their own. */
    private final List<GivenRowList> given;

    private TemplateDrawing(TableShape shape) {
        this.shape = shape;
        isFilled = shape.rows(RowKind.BODY).stream().anyMatch(this::hasNumber);
        pattern = pattern();
        for (var column : shape.columns()) {
            var name = items.of(column.label(), "cột" + (names.size() + 1));
            names.put(column, name);
            byNumber.putIfAbsent(ColumnFormula.of(column.number()).digits(), name);
        }
        findFormulas();
        given = given();
        kinds.putAll(kinds(!given.isEmpty()));
    }

    /**
     * Returns the text of a template.
     *
     * @param name name of the template
     * @param title title if the table has none above its header
     */
    public static String of(TableShape shape, String name, String title) {
        return of(shape, List.of(), name, title);
    }

    /**
     * Returns the text of a template.
     *
     * @param before the paragraphs before the table, which may have its title
     * @param name name of the template
     * @param title title if the table has none
     */
    public static String of(TableShape shape, List<String> before, String name, String title) {
        return new TemplateDrawing(shape).draw(TableHeading.of(shape, before), name, title);
    }

    private String draw(TableHeading heading, String name, String title) {
        var shown = heading.title() == null ? title : heading.title();
        text.append("mẫu biểu ").append(name).append(' ').append(quoted(shown)).append(" {\n");
        if (heading.formNumber() != null) {
            line("số hiệu biểu " + quoted(heading.formNumber()));
        }
        line("khổ giấy " + paper());
        if (heading.unit() != null) {
            line("đơn vị tính " + quoted(heading.unit()));
        }
        if (shape.numberRow().isPresent()) {
            line("có dòng đánh số cột"
                    + (!formulas.isEmpty() ? ", kèm công thức" : "")
                    + (pattern.equals("1") ? "" : ", dạng " + quoted(pattern)));
        }
        if (given.isEmpty() && !shape.rows(RowKind.SECTION).isEmpty()) {
            line("lĩnh vực tự đặt");
        }
        columns(shape.columns(), 0, "    ");
        new GivenRowDrawing(names.values(), text).draw(given, isFilled);
        return text.append("}\n").toString();
    }

    /** Returns the paper of the page in the file; if the file does not say so, it depends on the number of columns. */
    private String paper() {
        var page = shape.grid().page();
        var isWide = page == null ? shape.columns().size() >= WIDE : page.landscape();
        return (page == null ? PaperSize.A4 : page.paper()).getLiteral() + (isWide ? " ngang" : " dọc");
    }

    private void line(String line) {
        text.append("    ").append(line).append('\n');
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Returns the comment at the end of a line that may be wrong. */
    static String doubt(String text) {
        return "  // ? " + text;
    }

    // Columns

    private Map<ShapeColumn, ColumnKind> kinds(boolean isGiven) {
        var computing = computing();
        return shape.columns().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        column -> computing.contains(names.get(column))
                                ? new ColumnKind("số", true)
                                : kind(column, isGiven)));
    }

    private ColumnKind kind(ShapeColumn column, boolean isGiven) {
        return switch (isGiven ? VietnameseText.nfc(column.label()).toLowerCase(VietnameseText.LOCALE) : "") {
            case "đơn vị", "đơn vị tính", "đvt" -> new ColumnKind("đơn vị tính", true);
            case "mã", "mã số" -> new ColumnKind("mã số", true);
            default -> ColumnKind.of(shape, column);
        };
    }

    /** Writes columns that share the first labels of their paths. */
    private void columns(List<ShapeColumn> columns, int level, String indent) {
        var i = 0;
        while (i < columns.size()) {
            var first = columns.get(i);
            var end = i + 1;
            if (first.path().size() > level + 1) {
                while (end < columns.size() && isInGroup(columns.get(end), first, level)) {
                    end++;
                }
                var group = first.path().get(level);
                text.append(indent + "nhóm " + items.of(group, "nhóm") + ' ' + quoted(group) + " {\n");
                columns(columns.subList(i, end), level + 1, indent + "    ");
                text.append(indent + "}\n");
            } else {
                column(first, indent);
            }
            i = end;
        }
    }

    private static boolean isInGroup(ShapeColumn column, ShapeColumn first, int level) {
        return column.path().size() > level + 1
                && column.path().subList(0, level + 1).equals(first.path().subList(0, level + 1));
    }

    private void column(ShapeColumn column, String indent) {
        var kind = kinds.get(column);
        var number = ColumnFormula.of(column.number());
        text.append(indent + "cột " + names.get(column) + ' ' + quoted(column.label()) + ": " + kind.type());
        var doubt = kind.isSure() ? "" : doubt(ReadingMessages.ALL.text("draw.kind"));
        if (shape.numberRow().isPresent()) {
            var formula = formulas.get(column);
            if (formula != null) {
                text.append(", bằng (" + formula + ")");
            }
            var printed = printed(column);
            if (!printed.equals(counted(column))) {
                text.append(", số cột " + quoted(printed));
            }
            if (contradicted.containsKey(column)) {
                doubt = doubt(
                        ReadingMessages.ALL.text("draw.contradicted", contradicted.get(column), number.formula()));
            } else if (!number.formula().isEmpty() && formula == null) {
                doubt = doubt(ReadingMessages.ALL.text("draw.formula", number.formula()));
            }
        }
        text.append(doubt).append('\n');
    }

    // Column numbers

    /** Returns the names of the columns that are part of formulas. */
    private Set<String> computing() {
        var computing = new HashSet<String>();
        formulas.forEach((column, formula) -> {
            computing.add(names.get(column));
            byNumber.values().stream()
                    .filter(name ->
                            List.of(formula.split("[^\\p{L}\\p{M}\\d]+")).contains(name))
                    .forEach(computing::add);
        });
        return computing;
    }

    /** Finds the formulas among the column numbers. One that does not hold in all rows would be an error there. */
    private void findFormulas() {
        var byName = new HashMap<String, ShapeColumn>();
        names.forEach((column, name) -> byName.put(name, column));
        var written = new LinkedHashMap<ShapeColumn, String>();
        for (var column : shape.columns()) {
            ColumnFormula.of(column.number()).expression(byNumber).ifPresent(formula -> written.put(column, formula));
        }
        var parsed = written.entrySet().stream()
                .map(each -> new Formula(each.getKey(), FormulaRows.parse(each.getValue()), byName))
                .toList();
        var rows = new FormulaRows(shape, byName, styles(parsed));
        for (var formula : parsed) {
            var column = formula.column();
            var count = rows.compare(column, formula.expression()).different();
            if (count == 0) {
                formulas.put(column, written.get(column));
            } else {
                contradicted.put(column, count);
            }
        }
    }

    /** Returns the style of the numbers in each column: the one that the table shows, or else its formulas. */
    private Map<ShapeColumn, NumberStyle> styles(List<Formula> formulas) {
        var evidence = Evidence.ofNumbers(shape.rows(RowKind.BODY).stream()
                .flatMap(row -> shape.grid().cells(row).stream())
                .filter(cell -> cell.kind() != Kind.NUMBER)
                .map(GridCell::text)
                .toList());
        var decided = evidence.decided().isPresent()
                ? Map.<ShapeColumn, NumberStyle>of()
                : new FormulaStyles(shape, formulas).decide(Map.of(), Set.copyOf(shape.columns()));
        var usual = evidence.decided().orElse(evidence.usual());
        return shape.columns().stream()
                .collect(Collectors.toMap(Function.identity(), column -> decided.getOrDefault(column, usual)));
    }

    /** Returns the number that a column states; the formula is printed only if the column computes by it. */
    private String printed(ShapeColumn column) {
        var number = ColumnFormula.of(column.number());
        return number.formula().isEmpty() || formulas.containsKey(column) ? number.number() : column.number();
    }

    private String pattern() {
        return shape.columns().stream()
                .map(column -> ColumnFormula.of(column.number()).number())
                .filter(number -> number.matches(".*\\d.*"))
                .findFirst()
                .map(number -> number.replaceAll("\\d+", "1"))
                .orElse("1");
    }

    /**
     * Returns the number of a column if the columns are counted as the form would; an empty string if it prints another
     * one.
     */
    private String counted(ShapeColumn column) {
        var count = 0;
        for (var each : shape.columns()) {
            var printed = printed(each);
            var next = pattern.replace("1", Integer.toString(count + 1));
            if (printed.equals(next)) {
                count++;
            }
            if (each == column) {
                return printed.equals(next) ? next : "";
            }
        }
        return "";
    }

    // Printed rows

    private List<GivenRowList> given() {
        if (!areLabelled()) {
            return List.of();
        }
        var kinds = kinds(true);
        var reading = new GivenRowReading(shape, kinds);
        return isFilled && !(reading.hasHierarchy() && areNumbersFilledIn(kinds)) ? List.of() : reading.lists();
    }

    private boolean areLabelled() {
        var rows = shape.rows(RowKind.BODY);
        return rows.size() > 2
                && rows.stream()
                        .allMatch(row -> shape.grid().cells(row).stream()
                                .anyMatch(cell -> Ordinal.of(cell.text()).isEmpty()));
    }

    /** Returns whether the form has numbers to fill in, and no texts apart from remarks. */
    private boolean areNumbersFilledIn(Map<ShapeColumn, ColumnKind> kinds) {
        var texts = shape.columns().stream()
                .filter(column -> !Phrases.isRemarks(column.label()))
                .filter(column -> kinds.get(column).isSure()
                        && !Set.of("số", "số thứ tự", "đơn vị tính", "mã số")
                                .contains(kinds.get(column).type()))
                .count();
        var units = shape.columns().stream()
                .filter(column -> kinds.get(column).type().equals("đơn vị tính"))
                .flatMap(column -> shape.rows(RowKind.BODY).stream().flatMap(row -> shape.cells(row, column).stream()));
        return texts == 1 && units.noneMatch(cell -> Phrases.isAgency(cell.text()));
    }

    private boolean hasNumber(int row) {
        return shape.columns().stream()
                .skip(2)
                .flatMap(column -> shape.cells(row, column).stream())
                .map(GridCell::text)
                .anyMatch(text -> text.matches("[-+]?\\d[\\d.,]*%?"));
    }
}
