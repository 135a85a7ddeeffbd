/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.profile.LayoutProfile.Check;
import org.bieumau.core.profile.LayoutProfile.TypeRule;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.core.profile.ProfileFormatException.Expected;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the table of a profile; {@link LayoutProfile#read} describes its form. */
final class ProfileReader {

    /**
     * The columns of a kind of row.
     *
     * @param all names that a header can contain
     * @param positional columns of rows without a header, in order; empty if a header is required
     */
    private record Columns(List<String> all, List<String> positional) {

        static Columns named(String... all) {
            return new Columns(List.of(all), List.of());
        }

        static Columns positional(String... names) {
            return new Columns(List.of(names), List.of(names));
        }

        Columns with(String... more) {
            return new Columns(Stream.concat(all.stream(), Arrays.stream(more)).toList(), positional);
        }
    }

    private static final Map<String, Columns> KINDS = Map.of(
            "page",
            Columns.positional("orientation", "top (mm)", "bottom (mm)", "left (mm)", "right (mm)", "header (mm)")
                    .with("back"),
            "paper",
            Columns.named("paper", "width (mm)", "height (mm)"),
            "component",
            Columns.named("component", "order", "box", "region", "outline level"),
            "type",
            Columns.named("type", "id", "source", "from", "to", "evidence", "codes"),
            "style",
            Columns.positional(
                            "component",
                            "id",
                            "source",
                            "from",
                            "to",
                            "evidence",
                            "sizes (pt)",
                            "size (pt)",
                            "emphasis",
                            "alignment",
                            "first indent (mm)",
                            "before (pt)",
                            "after (pt)",
                            "line spacing (lines)")
                    .with("colour", "leading (pt)", "keep with next"),
            "rule",
            Columns.positional("key", "id", "source", "from", "to", "evidence", "value")
                    .with("types"),
            "check",
            Columns.positional("code", "id", "source", "from", "to", "evidence", "severity"));

    private static final String NOTHING = "-";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)?(?:\\s*[-–x;]\\s*\\d+(?:\\.\\d+)?)*");
    private static final Pattern COLOUR = Pattern.compile("[0-9A-Fa-f]{6}");
    private static final List<String> EMPHASES =
            List.of("bold", "italic", "underlined", "capitals", "italic label", "underlined label");
    private static final List<String> BACKS = List.of("mirrored", NOTHING);
    private static final Map<String, Property> LABEL_EMPHASES =
            Map.of("italic label", Property.ITALIC, "underlined label", Property.UNDERLINED);
    private static final List<String> YES_OR_NO = List.of("yes", NOTHING);
    /** Default for properties that neither the row nor the base profile gives. */
    private static final Look PLAIN = new Look(
            "", 14, false, false, false, false, Look.BLACK, Alignment.LEFT, 0, 0, 0, 1, 0, false, Set.of(), Set.of());

    final List<StyleRule> styles = new ArrayList<>();
    final List<LayoutRule> rules = new ArrayList<>();
    final List<Check> checks = new ArrayList<>();
    final List<TypeRule> types = new ArrayList<>();
    final Map<Component, ComponentPlace> places = new EnumMap<>(Component.class);
    final Map<Orientation, double[]> margins = new EnumMap<>(Orientation.class);
    final Map<PaperSize, double[]> papers = new EnumMap<>(PaperSize.class);
    final Set<Orientation> mirrored = EnumSet.noneOf(Orientation.class);

    private final @Nullable LayoutProfile base;
    private final Map<String, List<String>> headers = new HashMap<>();

    /** @param base the profile that the table is based on, or null */
    ProfileReader(@Nullable LayoutProfile base) {
        this.base = base;
    }

    void read(BufferedReader reader) throws IOException {
        var number = 0;
        for (String line; (line = reader.readLine()) != null; ) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                add(cells(line), number, line.length() + 1);
            }
        }
    }

    // Rows

    /**
     * A value in the file.
     *
     * @param column position of its first character in the line, from 1
     */
    private record Cell(String text, int column) {}

    private static List<Cell> cells(String line) {
        var cells = new ArrayList<Cell>();
        for (int start = 0; start < line.length(); ) {
            var end = line.indexOf('\t', start);
            end = end < 0 ? line.length() : end;
            if (end > start) {
                cells.add(new Cell(line.substring(start, end), start + 1));
            }
            start = end + 1;
        }
        return cells;
    }

    private void add(List<Cell> cells, int line, int end) {
        var kind = cells.getFirst();
        var known = KINDS.get(kind.text());
        if (known == null) {
            throw new ProfileFormatException(
                    line,
                    kind.column(),
                    kind.text(),
                    kind.text(),
                    Expected.KIND,
                    KINDS.keySet().stream().sorted().toList());
        }
        var values = cells.subList(1, cells.size());
        if (!values.isEmpty() && known.all().contains(values.getFirst().text())) {
            headers.put(kind.text(), header(kind.text(), values, known.all(), line));
            return;
        }
        var header = headers.get(kind.text());
        if (header == null && known.positional().isEmpty()) {
            throw new ProfileFormatException(line, end, kind.text(), "", Expected.HEADER, known.all());
        }
        var row = new Row(kind.text(), header == null ? known.positional() : header, header != null, values, line, end);
        if (header != null && values.size() > header.size()) {
            var extra = values.get(header.size());
            throw new ProfileFormatException(line, extra.column(), kind.text(), extra.text(), Expected.END, List.of());
        }
        switch (kind.text()) {
            case "page" -> addPage(row);
            case "paper" -> addPaper(row);
            case "component" -> addComponent(row);
            case "type" -> addType(row);
            case "style" -> addStyle(row);
            case "rule" -> addRule(row);
            case "check" -> addCheck(row);
            default -> throw new IllegalStateException(kind.text());
        }
    }

    private static List<String> header(String kind, List<Cell> cells, List<String> known, int line) {
        var names = new ArrayList<String>();
        for (var cell : cells) {
            if (!known.contains(cell.text()) || names.contains(cell.text())) {
                throw new ProfileFormatException(
                        line,
                        cell.column(),
                        kind,
                        cell.text(),
                        Expected.COLUMN,
                        known.stream().filter(name -> !names.contains(name)).toList());
            }
            names.add(cell.text());
        }
        return List.copyOf(names);
    }

    private void addPage(Row row) {
        margins.put(
                row.orientation(),
                Stream.of("top (mm)", "bottom (mm)", "left (mm)", "right (mm)", "header (mm)")
                        .mapToDouble(side -> row.number(side, null))
                        .toArray());
        if (row.chosen("back", BACKS, NOTHING).equals("mirrored")) {
            mirrored.add(row.orientation());
        }
    }

    private void addType(Row row) {
        var type = row.type("type");
        var codes = row.text("codes", NOTHING);
        types.add(new TypeRule(
                type,
                row.id(),
                row.source(),
                row.from(),
                row.to(),
                row.evidence(),
                codes.equals(NOTHING) ? List.of() : LayoutProfile.words(codes).toList()));
    }

    private void addPaper(Row row) {
        var size = row.choice("paper", PaperSize.values(), null);
        papers.put(size, new double[] {row.number("width (mm)", null), row.number("height (mm)", null)});
    }

    private void addComponent(Row row) {
        var component = row.choice("component", Component.values(), null);
        var box = row.text("box", NOTHING);
        places.put(
                component,
                new ComponentPlace(
                        component,
                        row.whole("order", null, Integer.MAX_VALUE),
                        box.equals(NOTHING) ? "" : box,
                        row.choice("region", ComponentPlace.Region.values(), ComponentPlace.Region.TEXT),
                        row.whole("outline level", 0, ComponentPlace.OUTLINE_LEVELS)));
    }

    private void addStyle(Row row) {
        var component = row.choice("component", Component.values(), null);
        var below = base == null
                ? null
                : base.styles().stream()
                        .filter(style -> style.component() == component)
                        .findFirst()
                        .orElse(null);
        var look = row.look(below == null ? PLAIN : below.look());
        var sizes = row.range(
                "sizes (pt)",
                below == null
                        ? new double[] {look.size(), look.size()}
                        : new double[] {below.sizeFrom(), below.sizeTo()});
        styles.add(new StyleRule(
                component,
                row.id(),
                row.source(),
                row.from(),
                row.to(),
                row.evidence(),
                sizes[0],
                sizes[sizes.length - 1],
                look));
    }

    private void addRule(Row row) {
        var key = row.choice("key", LayoutRule.Key.values(), null);
        rules.add(new LayoutRule(
                key, row.id(), row.source(), row.from(), row.to(), row.evidence(), row.value(key.type()), row.types()));
    }

    private void addCheck(Row row) {
        checks.add(new Check(
                row.text("code", null),
                row.id(),
                row.source(),
                row.from(),
                row.to(),
                row.evidence(),
                row.choice("severity", Severity.values(), Severity.WARNING)));
    }

    /**
     * A row, whose values are read by the names of their columns.
     *
     * @param headed whether a header names the columns; otherwise every column must have a value
     * @param end position after the end of the line, from 1
     */
    private record Row(String kind, List<String> columns, boolean headed, List<Cell> cells, int line, int end) {

        /** @param missing value if the column is missing; null if the column is required */
        String text(String column, @Nullable String missing) {
            var cell = cell(column);
            if (cell != null) {
                return cell.text();
            }
            return missing(column, missing, Expected.TEXT, List.of());
        }

        private @Nullable Cell cell(String column) {
            var index = columns.indexOf(column);
            return index >= 0 && index < cells.size() ? cells.get(index) : null;
        }

        private <T> T missing(String column, @Nullable T value, Expected expected, List<String> choices) {
            if (value == null || !headed && columns.contains(column)) {
                throw new ProfileFormatException(line, end, column, "", expected, choices);
            }
            return value;
        }

        private ProfileFormatException malformed(String column, Expected expected, List<String> choices) {
            var cell = cell(column);
            return new ProfileFormatException(line, cell.column(), column, cell.text(), expected, choices);
        }

        double number(String column, @Nullable Double missing) {
            var cell = cell(column);
            if (cell == null) {
                return missing(column, missing, Expected.NUMBER, List.of());
            }
            if (!NUMBER.matcher(cell.text()).matches()) {
                throw malformed(column, Expected.NUMBER, List.of());
            }
            return Double.parseDouble(cell.text());
        }

        /** Returns a whole number from 0 to a maximum; <code>-</code> means 0. */
        int whole(String column, @Nullable Integer missing, int maximum) {
            var cell = cell(column);
            if (cell == null) {
                return missing(column, missing, Expected.WHOLE_NUMBER, List.of());
            }
            var text = cell.text().equals(NOTHING) ? "0" : cell.text();
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > maximum) {
                throw malformed(
                        column,
                        Expected.WHOLE_NUMBER,
                        maximum == Integer.MAX_VALUE ? List.of() : List.of("0–" + maximum));
            }
            return Integer.parseInt(text);
        }

        double[] range(String column, double[] missing) {
            var cell = cell(column);
            if (cell == null) {
                return missing(column, missing, Expected.RANGE, List.of());
            }
            var numbers = cell.text().split("[-–]", -1);
            if (numbers.length > 2
                    || !Arrays.stream(numbers)
                            .allMatch(number -> NUMBER.matcher(number).matches())) {
                throw malformed(column, Expected.RANGE, List.of());
            }
            return Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
        }

        <E extends Enum<E>> E choice(String column, E[] values, @Nullable E missing) {
            var names = Arrays.stream(values).map(Enum::name).toList();
            var cell = cell(column);
            if (cell == null) {
                return missing(column, missing, Expected.CHOICE, names);
            }
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(cell.text()))
                    .findFirst()
                    .orElseThrow(() -> malformed(column, Expected.CHOICE, names));
        }

        String chosen(String column, List<String> choices, String missing) {
            var cell = cell(column);
            if (cell == null) {
                return missing;
            }
            if (!choices.contains(cell.text())) {
                throw malformed(column, Expected.CHOICE, choices);
            }
            return cell.text();
        }

        DocumentType type(String column) {
            var type = DocumentType.get(text(column, null));
            if (type == null) {
                throw malformed(column, Expected.CHOICE, typeNames());
            }
            return type;
        }

        /** Returns the types that a rule is limited to; empty if it is not limited. */
        Set<DocumentType> types() {
            var text = text("types", NOTHING);
            if (text.equals(NOTHING)) {
                return Set.of();
            }
            var types = LayoutProfile.words(text).map(DocumentType::get).toList();
            if (types.contains(null)) {
                throw malformed("types", Expected.CHOICE, typeNames());
            }
            return EnumSet.copyOf(types);
        }

        private static List<String> typeNames() {
            return DocumentType.VALUES.stream().map(DocumentType::getLiteral).toList();
        }

        Orientation orientation() {
            var column = "orientation";
            var names = Orientation.VALUES.stream().map(Orientation::getLiteral).toList();
            var orientation = Orientation.get(text(column, null));
            if (orientation == null) {
                throw malformed(column, Expected.CHOICE, names);
            }
            return orientation;
        }

        String id() {
            return text("id", "practice");
        }

        String source() {
            return text("source", NOTHING);
        }

        LocalDate from() {
            return date("from", LocalDate.MIN);
        }

        @Nullable
        LocalDate to() {
            return text("to", NOTHING).equals(NOTHING) ? null : date("to", null);
        }

        private LocalDate date(String column, @Nullable LocalDate missing) {
            var cell = cell(column);
            if (cell == null) {
                return missing(column, missing, Expected.DATE, List.of());
            }
            try {
                return LocalDate.parse(cell.text());
            } catch (DateTimeParseException e) {
                throw malformed(column, Expected.DATE, List.of());
            }
        }

        /** Returns the evidence whose name begins with the value. */
        Evidence evidence() {
            var letter = text("evidence", "P");
            return Arrays.stream(Evidence.values())
                    .filter(evidence -> evidence.name().startsWith(letter))
                    .findFirst()
                    .orElseThrow(() -> malformed("evidence", Expected.CHOICE, List.of("V", "U", "P")));
        }

        /** @param missing look that gives the values of missing columns */
        Look look(Look missing) {
            var emphasis = emphasis();
            var bold = emphasis == null ? missing.bold() : emphasis.contains("bold");
            var italic = emphasis == null ? missing.italic() : emphasis.contains("italic");
            var underlined = emphasis == null ? missing.underlined() : emphasis.contains("underlined");
            var capitals = emphasis == null ? missing.capitals() : emphasis.contains("capitals");
            var label = EnumSet.noneOf(Property.class);
            for (var each : LABEL_EMPHASES.entrySet()) {
                if (emphasis == null
                        ? missing.labelEmphasis().contains(each.getValue())
                        : emphasis.contains(each.getKey())) {
                    label.add(each.getValue());
                }
            }
            return new Look(
                    "",
                    number("size (pt)", missing.size()),
                    bold,
                    italic,
                    underlined,
                    capitals,
                    headed ? colour(missing.colour()) : emphasis.contains("red") ? Look.RED : Look.BLACK,
                    choice("alignment", Alignment.values(), missing.alignment()),
                    number("first indent (mm)", missing.firstIndent()),
                    number("before (pt)", missing.spaceBefore()),
                    number("after (pt)", missing.spaceAfter()),
                    number("line spacing (lines)", missing.lineSpacing()),
                    leading(missing.leading()),
                    headed ? yes("keep with next", missing.keepWithNext()) : emphasis.contains("keep with next"),
                    label,
                    Set.of(Property.TYPEFACE));
        }

        private double leading(double missing) {
            var cell = cell("leading (pt)");
            return cell == null ? missing : cell.text().equals(NOTHING) ? 0 : number("leading (pt)", null);
        }

        /** Returns the words of the emphasis; those of its letters if there is no header; null if it is missing. */
        private @Nullable Set<String> emphasis() {
            var column = "emphasis";
            if (headed && cell(column) == null) {
                return null;
            }
            var text = text(column, null);
            var words = new HashSet<String>();
            if (text.equals(NOTHING)) {
                return words;
            }
            for (var part : headed ? text.split("\\s*;\\s*", -1) : text.split("")) {
                var word = headed
                        ? part
                        : switch (part) {
                            case "B" -> "bold";
                            case "I" -> "italic";
                            case "U" -> "underlined";
                            case "C" -> "capitals";
                            case "R" -> "red";
                            case "K" -> "keep with next";
                            default -> "";
                        };
                if (headed ? !EMPHASES.contains(word) : word.isEmpty()) {
                    throw malformed(column, Expected.CHOICE, headed ? EMPHASES : List.of("B", "I", "U", "C", "R", "K"));
                }
                words.add(word);
            }
            return words;
        }

        private int colour(int missing) {
            var cell = cell("colour");
            if (cell == null) {
                return missing;
            }
            return switch (cell.text().toLowerCase(Locale.ROOT)) {
                case "black", NOTHING -> Look.BLACK;
                case "red" -> Look.RED;
                default -> {
                    if (!COLOUR.matcher(cell.text()).matches()) {
                        throw malformed("colour", Expected.CHOICE, List.of("black", "red", "RRGGBB"));
                    }
                    yield Integer.parseInt(cell.text(), 16);
                }
            };
        }

        private boolean yes(String column, boolean missing) {
            return chosen(column, YES_OR_NO, missing ? "yes" : NOTHING).equals("yes");
        }

        /** Returns the value of a rule, checked against its type. */
        String value(LayoutRule.ValueType type) {
            var column = "value";
            var written = text(column, null);
            if (written.equals(NOTHING)) {
                return "";
            }
            var value = headed ? unquoted(written) : written.replace('_', ' ').replace("\\-", "-");
            switch (type) {
                case TEXT -> {}
                case NUMBER -> require(NUMBER.matcher(value).matches(), Expected.NUMBER, List.of());
                case NUMBERS -> require(NUMBERS.matcher(value).matches(), Expected.RANGE, List.of());
                case DATE -> date(column, null);
                case PAPER -> choice(column, PaperSize.values(), null);
                case WORDS -> require(LayoutProfile.words(value).noneMatch(String::isEmpty), Expected.TEXT, List.of());
                case DOCUMENT_TYPES ->
                    require(
                            LayoutProfile.words(value).allMatch(word -> DocumentType.get(word) != null),
                            Expected.CHOICE,
                            typeNames());
            }
            return value;
        }

        private void require(boolean holds, Expected expected, List<String> choices) {
            if (!holds) {
                throw malformed("value", expected, choices);
            }
        }

        /** Removes the double quotes that protect a space at an end, or a single dash. */
        private static String unquoted(String text) {
            return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                    ? text.substring(1, text.length() - 1)
                    : text;
        }
    }
}
