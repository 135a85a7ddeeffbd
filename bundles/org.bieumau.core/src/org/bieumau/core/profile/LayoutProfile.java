/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.Severity;

/** The rules of a regime for how documents look (thể thức): data, each row with its source and the time it holds. */
public final class LayoutProfile {

    /** The id of the profile of state documents. */
    public static final String DEFAULT = "nd30";

    private final String id;
    private final String title;
    private final List<TextStyle> styles = new ArrayList<>();
    private final List<LayoutRule> rules = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final Map<Orientation, double[]> margins = new EnumMap<>(Orientation.class);

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
            LocalDate validTo,
            Evidence evidence,
            Severity severity)
            implements DatedRow {}

    private final LayoutProfile base;

    private LayoutProfile(String id, String title, LayoutProfile base) {
        this.id = id;
        this.title = title;
        this.base = base;
    }

    /**
     * Reads a profile: lines of values between tabs, with a word at the front that says what they are.
     *
     * <ul>
     *   <li><code>page</code>: orientation; top, bottom, left, right, header in mm
     *   <li><code>style</code>: component, id, source, from, to, evidence; sizes allowed, size, emphasis, alignment,
     *       first indent in mm, space before and after in pt, line spacing. Emphasis: B bold, I italic, U underlined, C
     *       capitals, R red, K keep with the next
     *   <li><code>rule</code>: key, id, source, from, to, evidence; value
     *   <li><code>check</code>: code, id, source, from, to, evidence; severity
     * </ul>
     *
     * <code>-</code> is nothing, <code>\-</code> a dash, <code>_</code> in a value a blank, <code>#</code> begins a
     * comment. Evidence is V, U or P.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if a line is not of this form
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
    public static LayoutProfile read(String id, String title, InputStream data, LayoutProfile base) {
        var profile = new LayoutProfile(id, title, base);
        try (var reader = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    profile.addRow(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (base != null) {
            profile.styles.addAll(base.styles);
            profile.rules.addAll(base.rules);
            profile.checks.addAll(base.checks);
            base.margins.forEach(profile.margins::putIfAbsent);
        }
        return profile;
    }

    /** The profile that this one is laid over; empty where it stands alone. */
    public Optional<LayoutProfile> base() {
        return Optional.ofNullable(base);
    }

    private void addRow(String line) {
        try {
            add(line.split("\t+"));
        } catch (IndexOutOfBoundsException | DateTimeException | NullPointerException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private void add(String[] row) {
        switch (row[0]) {
            case "page" -> {
                var values = new double[5];
                for (int i = 0; i < 5; i++) {
                    values[i] = Double.parseDouble(row[2 + i]);
                }
                margins.put(Orientation.get(row[1]), values);
            }
            case "style" -> {
                var sizes = row[7].split("-");
                styles.add(new TextStyle(
                        Component.valueOf(row[1]),
                        row[2],
                        row[3],
                        LocalDate.parse(row[4]),
                        end(row[5]),
                        evidence(row[6]),
                        Double.parseDouble(sizes[0]),
                        Double.parseDouble(sizes[sizes.length - 1]),
                        Double.parseDouble(row[8]),
                        row[9].contains("B"),
                        row[9].contains("I"),
                        row[9].contains("U"),
                        row[9].contains("C"),
                        row[9].contains("R"),
                        TextStyle.Alignment.valueOf(row[10]),
                        Double.parseDouble(row[11]),
                        Double.parseDouble(row[12]),
                        Double.parseDouble(row[13]),
                        Double.parseDouble(row[14]),
                        row[9].contains("K")));
            }
            case "rule" ->
                rules.add(new LayoutRule(
                        LayoutRule.Key.valueOf(row[1]),
                        row[2],
                        row[3],
                        LocalDate.parse(row[4]),
                        end(row[5]),
                        evidence(row[6]),
                        value(row[7])));
            case "check" ->
                checks.add(new Check(
                        row[1],
                        row[2],
                        row[3],
                        LocalDate.parse(row[4]),
                        end(row[5]),
                        evidence(row[6]),
                        Severity.valueOf(row[7])));
            default -> throw new IllegalArgumentException(String.join("\t", row));
        }
    }

    private static String value(String written) {
        return written.equals("-") ? "" : written.replace('_', ' ').replace("\\-", "-");
    }

    private static LocalDate end(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }

    private static Evidence evidence(String letter) {
        for (var evidence : Evidence.values()) {
            if (evidence.name().startsWith(letter)) {
                return evidence;
            }
        }
        throw new IllegalArgumentException(letter);
    }

    /** The id by which the command line names it, such as <code>nd30</code>. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** All rows, of all times. */
    public List<TextStyle> styles() {
        return List.copyOf(styles);
    }

    /**
     * How a component is set on a day.
     *
     * @throws IllegalArgumentException if the profile has no row for it
     */
    public TextStyle style(Component component, LocalDate day) {
        TextStyle earliest = null;
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
        return List.copyOf(rules);
    }

    /** All checks, of all times. */
    public List<Check> checks() {
        return List.copyOf(checks);
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
     * @throws IllegalArgumentException if the profile has no page that lies so
     */
    public PageSetup page(PaperSize paper, Orientation orientation) {
        var shortSide = paper == PaperSize.A3 ? 297.0 : 210.0;
        var longSide = paper == PaperSize.A3 ? 420.0 : 297.0;
        var landscape = orientation == Orientation.LANDSCAPE;
        var m = margins.get(orientation);
        if (m == null) {
            throw new IllegalArgumentException(id + ": " + orientation);
        }
        return new PageSetup(
                landscape ? longSide : shortSide,
                landscape ? shortSide : longSide,
                landscape,
                m[0],
                m[1],
                m[2],
                m[3],
                m[4]);
    }
}
