/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a regime for the layout of documents (thể thức), as data. Styles, rules and checks have a source and a
 * period of validity.
 */
public final class LayoutProfile {

    /** Id of the profile for state documents. */
    public static final String DEFAULT = "nd30";

    private final String id;
    private final String title;
    private final @Nullable LayoutProfile base;
    private final List<StyleRule> styles;
    private final List<LayoutRule> rules;
    private final List<Check> checks;
    private final List<TypeRule> types;
    private final Map<Component, ComponentPlace> places = new EnumMap<>(Component.class);
    private final Map<Orientation, double[]> margins = new EnumMap<>(Orientation.class);
    private final Map<PaperSize, double[]> papers = new EnumMap<>(PaperSize.class);
    private final Set<Orientation> mirrored = EnumSet.noneOf(Orientation.class);

    /**
     * A type of documents in this regime.
     *
     * @param id id of the rule
     * @param source legal text that contains the rule
     * @param validFrom first day of validity
     * @param validTo last day of validity; null if the rule is still valid
     * @param codes abbreviations of the type in symbols: the one of the rule, then others that were in use; empty if
     *     its symbol has none
     */
    public record TypeRule(
            DocumentType type,
            String id,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Evidence evidence,
            List<String> codes)
            implements DatedRow {

        public TypeRule {
            codes = List.copyOf(codes);
        }
    }

    /**
     * The severity of a problem under this profile.
     *
     * @param code code of the problem
     * @param id id of the rule that the document violates
     * @param source legal text that contains the rule
     * @param validFrom first day of validity
     * @param validTo last day of validity; null if the check is still valid
     */
    public record Check(
            String code,
            String id,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Evidence evidence,
            Severity severity)
            implements DatedRow {}

    private LayoutProfile(String id, String title, @Nullable LayoutProfile base, ProfileReader rows) {
        this.id = id;
        this.title = title;
        this.base = base;
        rules = concat(rows.rules, base == null ? List.of() : base.rules);
        checks = concat(rows.checks, base == null ? List.of() : base.checks);
        types = concat(rows.types, base == null ? List.of() : base.types);
        var own = base == null ? rows.styles : concat(rows.styles, base.styles);
        styles = own.stream().map(this::withTypeface).toList();
        if (base != null) {
            places.putAll(base.places);
            margins.putAll(base.margins);
            papers.putAll(base.papers);
            mirrored.addAll(base.mirrored);
        }
        mirrored.removeAll(rows.margins.keySet());
        mirrored.addAll(rows.mirrored);
        places.putAll(rows.places);
        margins.putAll(rows.margins);
        papers.putAll(rows.papers);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Returns the style with the typeface, which one rule gives for all components. */
    private StyleRule withTypeface(StyleRule style) {
        var typeface = text(LayoutRule.Key.TYPEFACE, style.validFrom());
        return new StyleRule(
                style.component(),
                style.id(),
                style.source(),
                style.validFrom(),
                style.validTo(),
                style.evidence(),
                style.sizeFrom(),
                style.sizeTo(),
                style.look().withTypeface(typeface));
    }

    /**
     * Reads a profile from a table in UTF-8. Each line is a row with values separated by tabs; the first value is the
     * kind of row. A row whose second value is the name of a column is a header: it names the columns of the following
     * rows of its kind, in any order. A column that is missing in the header, or at the end of a row, has its default.
     *
     * <ul>
     *   <li><code>page</code>: <code>orientation</code> (dọc, ngang); <code>top (mm)</code>, <code>bottom (mm)</code>,
     *       <code>left (mm)</code>, <code>right (mm)</code>: margins; <code>header (mm)</code>: distance from the upper
     *       edge to the page number; <code>back</code>: margins of the back of a sheet, mirrored or the same (default)
     *   <li><code>paper</code>: <code>paper</code> (A4, A3); <code>width (mm)</code>, <code>height (mm)</code> in
     *       portrait orientation
     *   <li><code>component</code>: <code>component</code>; <code>order</code>; <code>box</code> (default: none);
     *       <code>region</code> (default: TEXT); <code>outline level</code> from 1 to 3 (default: none); see
     *       {@link ComponentPlace}
     *   <li><code>type</code>: <code>type</code>, a type of documents by its keyword in the language; <code>codes
     *       </code>: its abbreviations in symbols, separated by semicolons, that of the rule first (default: none)
     *   <li><code>style</code>: <code>component</code>; <code>sizes (pt)</code>, the range of allowed sizes (default:
     *       the size); <code>size (pt)</code>; <code>emphasis</code>, one or more of bold, italic, underlined,
     *       capitals, italic label and underlined label (only the words before the colon), separated by semicolons;
     *       <code>colour</code>: black, red or RRGGBB; <code>alignment</code> (LEFT, CENTER, RIGHT, JUSTIFY); <code>
     *       first indent (mm)</code>; <code>before (pt)</code>, <code>after (pt)</code>; <code>line spacing (lines)
     *       </code>; <code>leading (pt)</code>, the exact distance between baselines instead of the spacing in lines;
     *       <code>keep with next</code>: yes. Defaults are the values of the base profile or, without one, those of
     *       plain text of 14 pt
     *   <li><code>rule</code>: <code>key</code>; <code>value</code>, of the type of the key. A text is written in
     *       double quotes if it begins or ends with a space, or is a dash; <code>types</code>: types of documents that
     *       the row is limited to, separated by semicolons (default: all types without a row of their own)
     *   <li><code>check</code>: <code>code</code>; <code>severity</code> (default: WARNING)
     * </ul>
     *
     * The kinds type, style, rule and check also have <code>id</code> (default: practice), <code>source</code>
     * (default: none), <code>
     * from</code> and <code>to</code>, dates such as 2020-03-05 (default: unlimited), and <code>evidence</code>: V
     * verified, U unverified or P practice (default: P). <code>-</code> means no value. A line that begins with <code>#
     * </code> is a comment.
     *
     * <p>Rows of a kind without a header have the following columns, all of them required:
     *
     * <ul>
     *   <li><code>page</code>: orientation; top, bottom, left, right, header in mm
     *   <li><code>style</code>: component, id, source, from, to, evidence; sizes allowed, size, emphasis, alignment,
     *       first indent in mm, space before and after in pt, line spacing in lines. Emphasis: B bold, I italic, U
     *       underlined, C capitals, R red, K keep with next
     *   <li><code>rule</code>: key, id, source, from, to, evidence; value, in which <code>_</code> is a space and
     *       <code>\-</code> a dash
     *   <li><code>check</code>: code, id, source, from, to, evidence; severity
     * </ul>
     *
     * @param data the table; this method closes it
     * @throws UncheckedIOException if the stream cannot be read
     * @throws ProfileFormatException if a line does not have this format
     */
    public static LayoutProfile read(String id, String title, InputStream data) {
        return read(id, title, data, null);
    }

    /**
     * Reads a profile that is based on another one, in the format of {@link #read(String, String, InputStream)}. A row
     * of the table takes precedence over the row of the base profile for the same component, key, code, paper or
     * orientation; all other rows are those of the base profile.
     *
     * @param base the base profile, or null
     * @throws UncheckedIOException if the stream cannot be read
     * @throws ProfileFormatException if a line does not have this format
     */
    public static LayoutProfile read(String id, String title, InputStream data, @Nullable LayoutProfile base) {
        var rows = new ProfileReader(base);
        try (var reader = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            rows.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LayoutProfile(id, title, base, rows);
    }

    /** Returns the profile that this one is based on; empty if there is none. */
    public Optional<LayoutProfile> base() {
        return Optional.ofNullable(base);
    }

    /** Returns the id that files and the command line use, such as <code>nd30</code>. */
    public String id() {
        return id;
    }

    /** Returns the name for users. */
    public String title() {
        return title;
    }

    /** Returns the styles of all components and periods. */
    public List<StyleRule> styles() {
        return styles;
    }

    /**
     * Returns the style of a component on a day; the earliest style if none is valid on that day.
     *
     * @throws IllegalArgumentException if the profile has no style for the component
     */
    public StyleRule style(Component component, LocalDate day) {
        StyleRule earliest = null;
        for (var style : styles) {
            if (style.component() == component) {
                if (style.holdsOn(day)) {
                    return style;
                }
                earliest = earliest == null || style.validFrom().isBefore(earliest.validFrom()) ? style : earliest;
            }
        }
        if (earliest == null) {
            throw new IllegalArgumentException(id + ": no style for " + component);
        }
        return earliest;
    }

    /** Returns the rules of all periods. */
    public List<LayoutRule> rules() {
        return rules;
    }

    /** Returns the checks of all periods. */
    public List<Check> checks() {
        return checks;
    }

    /** Returns the types of documents of all periods. */
    public List<TypeRule> types() {
        return types;
    }

    /**
     * Returns the abbreviations of a type of documents in symbols on a day: first the one of the rule, then others that
     * were in use; those of the earliest rule if none is valid on that day. Returns empty if the profile has no rule
     * for the type, and an empty list if the symbols of the type have no abbreviation.
     */
    public Optional<List<String>> codes(DocumentType type, LocalDate day) {
        return onDay(types.stream().filter(rule -> rule.type() == type).toList(), day)
                .map(TypeRule::codes);
    }

    /** Returns the first row that is valid on a day; the earliest row if there is none. */
    private static <R extends DatedRow> Optional<R> onDay(List<R> rows, LocalDate day) {
        return rows.stream()
                .filter(row -> row.holdsOn(day))
                .findFirst()
                .or(() -> rows.stream().min(Comparator.comparing(DatedRow::validFrom)));
    }

    /**
     * Returns the value of a rule on a day; the earliest value if none is valid on that day, and an empty string if the
     * profile has no such rule.
     */
    public String text(LayoutRule.Key key, LocalDate day) {
        return value(key, day, rule -> rule.types().isEmpty()).orElse("");
    }

    /**
     * Returns the value of a rule for a type of documents on a day: that of the rule for the type, or else that of
     * {@link #text(LayoutRule.Key, LocalDate)}.
     */
    public String text(LayoutRule.Key key, LocalDate day, DocumentType type) {
        return value(key, day, rule -> rule.types().contains(type)).orElseGet(() -> text(key, day));
    }

    private Optional<String> value(LayoutRule.Key key, LocalDate day, Predicate<LayoutRule> applies) {
        var ofKey = rules.stream()
                .filter(rule -> rule.key() == key && applies.test(rule))
                .toList();
        return onDay(ofKey, day).map(LayoutRule::value);
    }

    /** Returns the name of the regime that this profile belongs to; empty if it has no predecessor or successor. */
    public Optional<String> regime() {
        return base == null
                ? Optional.of(text(LayoutRule.Key.REGIME, LocalDate.MIN)).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    /** Returns the value of {@link #text} as a number; 0 if it is empty. */
    public double number(LayoutRule.Key key, LocalDate day) {
        var text = text(key, day);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    /**
     * Returns the value of {@link #text} as numbers, which are a range, a width and a height, or alternatives; an empty
     * list if it is empty.
     */
    public List<Double> numbers(LayoutRule.Key key, LocalDate day) {
        return Stream.of(text(key, day).split("[-–x;]"))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    /** Returns the value of {@link #text} as a list of words or phrases; an empty list if it is empty. */
    public List<String> words(LayoutRule.Key key, LocalDate day) {
        return words(text(key, day)).toList();
    }

    static Stream<String> words(String value) {
        return value.isEmpty()
                ? Stream.empty()
                : Stream.of(value.split(";", -1)).map(String::strip);
    }

    /** Returns the value of {@link #text} as a list of entries, each of which is a list of alternatives. */
    public List<List<String>> alternatives(LayoutRule.Key key, LocalDate day) {
        return words(text(key, day))
                .map(word -> Stream.of(word.split(",")).map(String::strip).toList())
                .toList();
    }

    /** Returns the value of {@link #text} as types of documents. */
    public Set<DocumentType> documentTypes(LayoutRule.Key key, LocalDate day) {
        return words(text(key, day)).map(DocumentType::get).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the first day of the regime. A document without a date follows the rules of this day.
     *
     * @throws IllegalArgumentException if the profile has no such rule
     */
    public LocalDate firstDay() {
        return LocalDate.parse(required(LayoutRule.Key.FIRST_DAY, LocalDate.MIN));
    }

    /**
     * Returns the paper size of documents on a day.
     *
     * @throws IllegalArgumentException if the profile has no such rule
     */
    public PaperSize paper(LocalDate day) {
        return PaperSize.get(required(LayoutRule.Key.PAPER, day));
    }

    private String required(LayoutRule.Key key, LocalDate day) {
        var value = text(key, day);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(id + ": no rule " + key);
        }
        return value;
    }

    /** Returns the place of a component; empty if the profile defines none. */
    public Optional<ComponentPlace> place(Component component) {
        return Optional.ofNullable(places.get(component));
    }

    /**
     * Returns the outline level of a component, from 1 to {@link ComponentPlace#OUTLINE_LEVELS}; 0 if it is not a
     * heading.
     */
    public int outlineLevel(Component component) {
        return place(component).map(ComponentPlace::outlineLevel).orElse(0);
    }

    /** Returns the check that reports a problem on a day; empty if this profile does not report it. */
    public Optional<Check> check(String code, LocalDate day) {
        return checks.stream()
                .filter(check -> check.code().equals(code) && check.holdsOn(day))
                .findFirst();
    }

    /** Returns the severity of a problem on a day; empty if this profile does not report it. */
    public Optional<Severity> severity(String code, LocalDate day) {
        return check(code, day).map(Check::severity);
    }

    /**
     * Returns the source of a check for users: the title of the regime and the place in its text, such as <code>Nghị
     * định 30/2020/NĐ-CP, Phụ lục I, II.3</code>.
     *
     * @param check a check of this profile
     */
    public String source(Check check) {
        if (base != null && base.checks.contains(check)) {
            return base.source(check);
        }
        var place = check.source()
                .replaceFirst("^PL1\\.", "Phụ lục I, ")
                .replaceFirst("^PL3\\.", "Phụ lục III, ")
                .replaceFirst("^ND30\\.Đ", "Điều ");
        return place.isEmpty() || place.equals("-") ? title : title + ", " + place;
    }

    /**
     * Returns the dimensions and margins of a page.
     *
     * @throws IllegalArgumentException if the profile does not define the paper size or the orientation
     */
    public PageSetup page(PaperSize paper, Orientation orientation) {
        return page(paper, orientation, false);
    }

    /**
     * Returns the dimensions and margins of a page.
     *
     * @param twoSided whether the document is printed on both sides of the paper
     * @throws IllegalArgumentException if the profile does not define the paper size or the orientation
     */
    public PageSetup page(PaperSize paper, Orientation orientation, boolean twoSided) {
        var size = papers.get(paper);
        if (size == null) {
            throw new IllegalArgumentException(id + ": no paper size " + paper);
        }
        var landscape = orientation == Orientation.LANDSCAPE;
        var m = margins.get(orientation);
        if (m == null) {
            throw new IllegalArgumentException(id + ": no margins for " + orientation);
        }
        return new PageSetup(
                landscape ? size[1] : size[0],
                landscape ? size[0] : size[1],
                landscape,
                m[0],
                m[1],
                m[2],
                m[3],
                m[4],
                twoSided && mirrored.contains(orientation));
    }
}
