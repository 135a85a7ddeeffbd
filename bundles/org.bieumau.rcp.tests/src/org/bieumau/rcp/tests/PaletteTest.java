/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures the contrasts of the colours in both themes (WCAG 2.2, 1.4.3 and 1.4.11, level AA). */
class PaletteTest {

    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3;

    /** Background of the Source page in the light and the dark theme. */
    private static final RGB SOURCE = new RGB(255, 255, 255);

    private static final RGB DARK_SOURCE = new RGB(30, 31, 34);
    /** Background of texts in pages and dialogues, which the dark style sheet of the platform sets. */
    private static final RGB DARK_BACKGROUND = new RGB(0x48, 0x48, 0x4C);

    private static final Pattern DEFINITION =
            Pattern.compile("<colorDefinition id=\"([^\"]+)\".* value=\"(\\d+),(\\d+),(\\d+)\"/>");
    private static final Pattern RULE = Pattern.compile("ColorDefinition#([\\w-]+) \\{ color: #(\\p{XDigit}{6}); }");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textIsReadableOnAllGrounds(boolean isDark) {
        var low = new ArrayList<String>();
        for (var each : Palette.values()) {
            switch (each.role()) {
                case GROUND -> check(each + "", Palette.TEXT.rgb(isDark), each.rgb(isDark), TEXT, low);
                case TEXT -> {
                    check(each + "", each.rgb(isDark), Palette.PAGE.rgb(isDark), TEXT, low);
                    check(each + "", each.rgb(isDark), isDark ? DARK_BACKGROUND : SOURCE, TEXT, low);
                }
                case GRAPHIC -> {
                    check(each + "", each.rgb(isDark), Palette.PAGE.rgb(isDark), GRAPHIC, low);
                    check(each + "", each.rgb(isDark), isDark ? DARK_BACKGROUND : SOURCE, GRAPHIC, low);
                }
                case DECORATION -> {
                    // Needs no contrast.
                }
            }
        }
        check("TITLE on WELCOME", Palette.TITLE.rgb(isDark), Palette.WELCOME.rgb(isDark), TEXT, low);
        check("FRAME on DESK", Palette.FRAME.rgb(isDark), Palette.SHEET.rgb(isDark), isDark ? 1 : GRAPHIC, low);
        assertEquals(List.of(), low);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wordsOfTheSourcePageAreReadable(boolean isDark) throws IOException {
        var low = new ArrayList<String>();
        var bundle = Path.of("../../dsl/org.bieumau.dsl.ui");
        var count = 0;
        var definitions = DEFINITION
                .matcher(Files.readString(bundle.resolve("plugin.xml")))
                .results()
                .toList();
        if (isDark) {
            for (var rule : RULE.matcher(Files.readString(bundle.resolve("css/dark.css")))
                    .results()
                    .toList()) {
                var value = Integer.parseInt(rule.group(2), 16);
                check(rule.group(1), new RGB(value >> 16, value >> 8 & 255, value & 255), DARK_SOURCE, TEXT, low);
                count++;
            }
        } else {
            for (var each : definitions) {
                var colour = new RGB(
                        Integer.parseInt(each.group(2)),
                        Integer.parseInt(each.group(3)),
                        Integer.parseInt(each.group(4)));
                check(each.group(1), colour, SOURCE, TEXT, low);
                count++;
            }
        }
        assertTrue(count > 0);
        assertEquals(definitions.size(), count, "each colour is defined in both themes");
        assertEquals(List.of(), low);
    }

    private static void check(String name, RGB colour, RGB ground, double least, List<String> low) {
        var contrast = contrast(colour, ground);
        if (contrast < least) {
            low.add("%s: %.2f".formatted(name, contrast));
        }
    }

    private static double contrast(RGB first, RGB second) {
        var a = luminance(first);
        var b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int value) {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
