/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;

/**
 * The rules of a regime for how documents look (thể thức): data, each row with its source and the time it holds.
 */
public final class LayoutProfile {

    private final String id;
    private final String title;
    private final List<TextStyle> styles = new ArrayList<>();
    private final Map<Orientation, double[]> margins = new EnumMap<>(Orientation.class);

    private LayoutProfile(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /**
     * Reads a profile: lines of values between tabs, with a word at the front that says what they are: <code>page</code>
     * (orientation, top, bottom, left, right, header in mm) or <code>style</code> (component, source, from, to, size,
     * emphasis, alignment, indent, before, after, line spacing); <code>#</code> begins a comment.
     *
     * @throws UncheckedIOException     if it cannot be read
     * @throws IllegalArgumentException if a line is not of this form
     */
    public static LayoutProfile read(String id, String title, InputStream data) {
        var profile = new LayoutProfile(id, title);
        try (var reader = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null;) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    profile.add(line.split("\t+"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return profile;
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
            case "style" -> styles.add(new TextStyle(Component.valueOf(row[1]), row[2], LocalDate.parse(row[3]),
                    row[4].equals("-") ? null : LocalDate.parse(row[4]), Double.parseDouble(row[5]), row[6].contains("B"),
                    row[6].contains("I"), row[6].contains("C"), TextStyle.Alignment.valueOf(row[7]),
                    Double.parseDouble(row[8]), Double.parseDouble(row[9]), Double.parseDouble(row[10]),
                    Double.parseDouble(row[11]), row[6].contains("K")));
            default -> throw new IllegalArgumentException(String.join("\t", row));
        }
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

    /** The page of a paper size and orientation. */
    public PageSetup page(PaperSize paper, Orientation orientation) {
        var shortSide = paper == PaperSize.A3 ? 297.0 : 210.0;
        var longSide = paper == PaperSize.A3 ? 420.0 : 297.0;
        var landscape = orientation == Orientation.LANDSCAPE;
        var m = margins.get(orientation);
        return new PageSetup(landscape ? longSide : shortSide, landscape ? shortSide : longSide, landscape, m[0], m[1], m[2], m[3],
                m[4]);
    }
}
