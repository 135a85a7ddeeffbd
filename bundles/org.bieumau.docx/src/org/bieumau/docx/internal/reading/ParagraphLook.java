/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Setting;
import org.bieumau.core.source.SourceItem.TabStop;
import org.bieumau.core.text.LegacyEncoding;

/**
 * The effective properties of paragraphs that are formatted alike, and the looks of the runs in them: defaults, table
 * style, paragraph style, list level, character style and direct formatting, in this order (ECMA-376, part 1, 17.7.2).
 */
final class ParagraphLook {

    private static final int DEFAULT_SIZE = 20;
    private static final String DEFAULT_FONT = "Times New Roman";
    /** Line height, relative to the font size. */
    private static final double NATURAL_LINE = 1.15;

    private static final Set<Property> UNKNOWN = Set.of(Property.LABEL_EMPHASIS);
    /** The space depends on the styles of the adjacent paragraphs. */
    private static final Set<Property> UNKNOWN_IF_CLOSED_UP =
            Set.of(Property.LABEL_EMPHASIS, Property.SPACE_BEFORE, Property.SPACE_AFTER);

    private final Styles styles;
    private final TableLook table;
    private final Styles.Style style;
    private final ParagraphFormat format;
    private final int list;
    private final int level;
    private final Setting setting;
    private final Map<CharacterFormat, RunLook> runs = new HashMap<>();
    private final Map<RunLook, RunLook> distinct = new HashMap<>();

    ParagraphLook(Styles styles, Numbering numbering, TableLook table, ParagraphFormat direct) {
        this.styles = styles;
        this.table = table;
        style = styles.paragraph(direct.style());
        var number = CharacterFormat.first(direct.list(), style.paragraph().list());
        list = number == null ? 0 : number;
        level = list == 0 ? 0 : styles.level(direct, style, list);
        var own = direct;
        if (direct.list() != null && numbering.level(list, level) != null) {
            own = direct.indentedBy(numbering.level(list, level).paragraph());
        }
        format = own.over(style.paragraph()).over(table.paragraph()).over(styles.defaultParagraph());
        setting = new Setting(
                style.name(),
                format.outline() == null || format.outline() == 9 ? 0 : format.outline() + 1,
                millimetres(format.left()),
                millimetres(format.right()),
                tabStops(format),
                List.of());
    }

    private static double millimetres(Integer twips) {
        return twips == null ? 0 : Measures.millimetres(twips);
    }

    private static List<TabStop> tabStops(ParagraphFormat format) {
        var stops = new ArrayList<TabStop>();
        for (var tab : format.tabs()) {
            if (tab.alignment() != null) {
                stops.add(new TabStop(Measures.millimetres(tab.position()), tab.alignment()));
            }
        }
        return List.copyOf(stops);
    }

    ParagraphFormat format() {
        return format;
    }

    /** Returns the list that numbers the paragraphs; 0 if they have no numbers. */
    int list() {
        return list;
    }

    int level() {
        return level;
    }

    /** Returns the position and the style, without borders. */
    Setting setting() {
        return setting;
    }

    /** Returns the look of a run with direct formatting. */
    RunLook run(CharacterFormat direct) {
        var known = runs.get(direct);
        if (known == null) {
            known = create(direct);
            var same = distinct.putIfAbsent(known, known);
            known = same == null ? known : same;
            runs.put(direct, known);
        }
        return known;
    }

    private RunLook create(CharacterFormat direct) {
        var characters = styles.characters(direct.style()).characters();
        var merged = direct.over(characters)
                .over(style.characters())
                .over(table.characters())
                .over(styles.defaultCharacters());
        Function<Function<CharacterFormat, Boolean>, Boolean> toggle = property -> toggle(property, direct, characters);
        var font = merged.font() == null ? CharacterFormat.first(merged.otherFont(), DEFAULT_FONT) : merged.font();
        var otherFont = merged.otherFont() == null ? font : merged.otherFont();
        var size = (merged.size() == null ? DEFAULT_SIZE : merged.size()) / 2.0;
        var leading = leading(size);
        var look = new Look(
                font,
                size,
                toggle.apply(CharacterFormat::bold),
                toggle.apply(CharacterFormat::italic),
                Boolean.TRUE.equals(merged.underlined()),
                toggle.apply(CharacterFormat::capitals),
                merged.colour() == null ? Look.BLACK : merged.colour(),
                format.alignment() == null ? Look.Alignment.LEFT : format.alignment(),
                millimetres(format.firstLine()),
                points(format.before()),
                points(format.after()),
                leading > 0 || format.line() == null || !format.lineRule().equals("auto") ? 1 : format.line() / 240.0,
                leading,
                Boolean.TRUE.equals(format.keepWithNext()),
                Set.of(),
                Boolean.TRUE.equals(format.closesUp()) ? UNKNOWN_IF_CLOSED_UP : UNKNOWN);
        var flags = Flags.of(Flag.STRUCK_OUT, toggle.apply(CharacterFormat::struck))
                | Flags.of(Flag.HIDDEN, toggle.apply(CharacterFormat::hidden))
                | Flags.of(Flag.SUPERSCRIPT, "superscript".equals(merged.position()))
                | Flags.of(Flag.SUBSCRIPT, "subscript".equals(merged.position()));
        return new RunLook(
                look,
                flags,
                LegacyEncoding.ofFont(otherFont).isPresent() ? otherFont : "",
                Symbols.isSymbolFont(font) ? font : "");
    }

    private double leading(double size) {
        if (format.line() == null || format.lineRule().equals("auto")) {
            return 0;
        }
        var points = format.line() / 20.0;
        // A minimum below the line height has no effect.
        return format.lineRule().equals("exact") || points > size * NATURAL_LINE ? points : 0;
    }

    private static double points(Integer twips) {
        return twips == null ? 0 : twips / 20.0;
    }

    /** Returns the value of a property that styles toggle rather than set (ECMA-376, part 1, 17.7.3). */
    private boolean toggle(
            Function<CharacterFormat, Boolean> property, CharacterFormat direct, CharacterFormat characters) {
        if (property.apply(direct) != null) {
            return property.apply(direct);
        }
        return Boolean.TRUE.equals(property.apply(styles.defaultCharacters()))
                || Boolean.TRUE.equals(property.apply(table.characters()))
                        ^ Boolean.TRUE.equals(property.apply(style.characters()))
                        ^ Boolean.TRUE.equals(property.apply(characters));
    }
}
