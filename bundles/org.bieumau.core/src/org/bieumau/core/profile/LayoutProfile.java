/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import org.jspecify.annotations.Nullable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.model.DocumentType;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Severity;

/** The rules of a regime for how documents look (thể thức): data, each row with its source and the time it holds. */
public final class LayoutProfile {

    /** The id of the profile of state documents. */
    public static final String DEFAULT = "nd30";

    private final String id;
    private final String title;
    private final @Nullable LayoutProfile base;
    private final List<StyleRule> styles;
    private final List<LayoutRule> rules;
    private final List<Check> checks;
    private final Map<Component, ComponentPlace> places = new EnumMap<>(Component.class);
    private final Map<Orientation, double[]> margins = new EnumMap<>(Orientation.class);
    private final Map<PaperSize, double[]> papers = new EnumMap<>(PaperSize.class);

    /**
     * How grave it is when a document does not keep a rule.
     *
     * @param code the code of the problem
     * @param id the id of the rule
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
        var own = base == null ? rows.styles : concat(rows.styles, base.styles);
        styles = own.stream().map(this::withTypeface).toList();
        if (base != null) {
            places.putAll(base.places);
            margins.putAll(base.margins);
            papers.putAll(base.papers);
        }
        places.putAll(rows.places);
        margins.putAll(rows.margins);
        papers.putAll(rows.papers);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The typeface is one rule for all components. */
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
     * Reads a profile: values between tabs, one row a line, the kind of row first. A row whose second value is the name
     * of a column is a header: it names the columns of the rows of its kind below it, in any order. A column that the
     * header leaves out, or a row at its end, has its default.
     *
     * <ul>
     *   <li><code>page</code>: <code>orientation</code> (dọc, ngang); <code>top (mm)</code>, <code>bottom (mm)</code>,
     *       <code>left (mm)</code>, <code>right (mm)</code>: the margins; <code>header (mm)</code>: from the upper edge
     *       to the page number
     *   <li><code>paper</code>: <code>paper</code> (A4, A3); <code>width (mm)</code>, <code>height (mm)</code> as it
     *       lies upright
     *   <li><code>component</code>: <code>component</code>; <code>order</code>; <code>box</code> (default: none);
     *       <code>region</code> (TEXT); <code>outline level</code> from 1 to 3 (none), see {@link ComponentPlace}
     *   <li><code>style</code>: <code>component</code>; <code>sizes (pt)</code>, the sizes allowed, from-to (the size);
     *       <code>size (pt)</code>; <code>emphasis</code>, some of bold, italic, underlined, capitals with <code>;
     *       </code> between them; <code>colour</code>: black, red or RRGGBB; <code>alignment</code> (LEFT, CENTER,
     *       RIGHT, JUSTIFY); <code>first indent (mm)</code>; <code>before (pt)</code>, <code>after (pt)</code>; <code>
     *       line spacing (lines)</code>; <code>keep with next</code>: yes. The default of each is the value of the
     *       profile below, else that of plain text of 14 pt
     *   <li><code>rule</code>: <code>key</code>; <code>value</code>, of the type of the key. A text is written between
     *       double quotes if it begins or ends with a space, or is a dash
     *   <li><code>check</code>: <code>code</code>; <code>severity</code> (WARNING)
     * </ul>
     *
     * The last three kinds also have <code>id</code> (practice), <code>source</code> (none), <code>from</code> and
     * <code>to</code>, dates such as 2020-03-05 (always), and <code>evidence</code>: V verified, U unverified or P
     * practice (P). <code>-</code> is nothing, <code>#</code> begins a comment.
     *
     * <p>Rows of a kind without a header have these columns, none of them left out:
     *
     * <ul>
     *   <li><code>page</code>: orientation; top, bottom, left, right, header in mm
     *   <li><code>style</code>: component, id, source, from, to, evidence; sizes allowed, size, emphasis, alignment,
     *       first indent in mm, space before and after in pt, line spacing. Emphasis: B bold, I italic, U underlined, C
     *       capitals, R red, K keep with the next
     *   <li><code>rule</code>: key, id, source, from, to, evidence; value, in which <code>_</code> is a space and
     *       <code>\-</code> a dash
     *   <li><code>check</code>: code, id, source, from, to, evidence; severity
     * </ul>
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws ProfileFormatException if a line is not of this form
     */
    public static LayoutProfile read(String id, String title, InputStream data) {
        return read(id, title, data, null);
    }

    /**
     * As {@link #read(String, String, InputStream)}, over another profile: what a row of the data says holds in the
     * place of what the other says of the same, and the rest is the other's.
     *
     * @param base the other profile, or null
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

    /** The profile that this one is laid over; empty where it stands alone. */
    public Optional<LayoutProfile> base() {
        return Optional.ofNullable(base);
    }

    /** The id by which the command line names it, such as <code>nd30</code>. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** All rows, of all times. */
    public List<StyleRule> styles() {
        return styles;
    }

    /**
     * Returns the rule for the look of a component on a day. Before the first day of a rule that one holds.
     *
     * @throws IllegalArgumentException if the profile has no row for it
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
            throw new IllegalArgumentException(id + ": " + component);
        }
        return earliest;
    }

    /** All rules, of all times. */
    public List<LayoutRule> rules() {
        return rules;
    }

    /** All checks, of all times. */
    public List<Check> checks() {
        return checks;
    }

    /** What a rule says on a day; empty where the profile has none. Before the first day of a rule that one holds. */
    public String text(LayoutRule.Key key, LocalDate day) {
        var ofKey = rules.stream().filter(rule -> rule.key() == key).toList();
        return ofKey.stream()
                .filter(rule -> rule.holdsOn(day))
                .findFirst()
                .or(() -> ofKey.stream().min(Comparator.comparing(LayoutRule::validFrom)))
                .map(LayoutRule::value)
                .orElse("");
    }

    /** As {@link #text}, as a number; 0 where the profile has no such rule. */
    public double number(LayoutRule.Key key, LocalDate day) {
        var text = text(key, day);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    /** As {@link #text}, as numbers: a range, a width and a height, or a choice; none where there is no such rule. */
    public List<Double> numbers(LayoutRule.Key key, LocalDate day) {
        return Stream.of(text(key, day).split("[-–x;]"))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Double::valueOf)
                .toList();
    }

    /** As {@link #text}, as a list of words; empty where the profile has no such rule. */
    public List<String> words(LayoutRule.Key key, LocalDate day) {
        return words(text(key, day)).toList();
    }

    static Stream<String> words(String value) {
        return value.isEmpty()
                ? Stream.empty()
                : Stream.of(value.split(";", -1)).map(String::strip);
    }

    /** As {@link #words}, each with its alternatives. */
    public List<List<String>> alternatives(LayoutRule.Key key, LocalDate day) {
        return words(text(key, day))
                .map(word -> Stream.of(word.split(",")).map(String::strip).toList())
                .toList();
    }

    /** As {@link #words}, as types of documents. */
    public Set<DocumentType> documentTypes(LayoutRule.Key key, LocalDate day) {
        return words(text(key, day)).map(DocumentType::get).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The first day of the regime, whose rules hold for a document without a date.
     *
     * @throws IllegalArgumentException if the profile does not say
     */
    public LocalDate firstDay() {
        return LocalDate.parse(required(LayoutRule.Key.FIRST_DAY, LocalDate.MIN));
    }

    /**
     * The paper of documents on a day.
     *
     * @throws IllegalArgumentException if the profile does not say
     */
    public PaperSize paper(LocalDate day) {
        return PaperSize.get(required(LayoutRule.Key.PAPER, day));
    }

    private String required(LayoutRule.Key key, LocalDate day) {
        var value = text(key, day);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(id + ": " + key);
        }
        return value;
    }

    /** Where a component belongs; empty if the profile does not say. */
    public Optional<ComponentPlace> place(Component component) {
        return Optional.ofNullable(places.get(component));
    }

    /** The outline level of a component, from 1 to {@link ComponentPlace#OUTLINE_LEVELS}; 0 if it is no heading. */
    public int outlineLevel(Component component) {
        return place(component).map(ComponentPlace::outlineLevel).orElse(0);
    }

    /** How grave a problem is under this profile on a day; empty where it is none. */
    public Optional<Severity> severity(String code, LocalDate day) {
        return checks.stream()
                .filter(check -> check.code().equals(code) && check.holdsOn(day))
                .findFirst()
                .map(Check::severity);
    }

    /**
     * The page of a paper size and orientation.
     *
     * @throws IllegalArgumentException if the profile has no such paper, or no page that lies so
     */
    public PageSetup page(PaperSize paper, Orientation orientation) {
        var size = papers.get(paper);
        if (size == null) {
            throw new IllegalArgumentException(id + ": " + paper);
        }
        var landscape = orientation == Orientation.LANDSCAPE;
        var m = margins.get(orientation);
        if (m == null) {
            throw new IllegalArgumentException(id + ": " + orientation);
        }
        return new PageSetup(
                landscape ? size[1] : size[0], landscape ? size[0] : size[1], landscape, m[0], m[1], m[2], m[3], m[4]);
    }
}
