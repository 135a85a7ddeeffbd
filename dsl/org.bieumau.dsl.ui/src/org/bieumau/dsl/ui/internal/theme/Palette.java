/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.theme;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;

/**
 * The colours of our own pages, views and dialogues, in the light and the dark theme. Text on them is readable in the
 * sense of WCAG 2.2, level AA, which a test checks. The colours of the Source page are colour definitions of the
 * platform, with those of the dark theme in <code>css/dark.css</code>.
 */
public enum Palette {
    /** Background of pages, tables and texts. */
    PAGE(Role.GROUND, 0xFFFFFF, 0x2F2F2F),
    /** Text on all grounds. */
    TEXT(Role.TEXT, 0x000000, 0xEEEEEE),
    /** Titles. */
    TITLE(Role.TEXT, 0x5B1416, 0xFFBFB5),
    /** Signs of the language in a text. */
    MARKER(Role.TEXT, 0x964600, 0xFFC078),

    HEADER(Role.GROUND, 0xEEEEEC, 0x3C3F41),
    HEADER_SELECTED(Role.GROUND, 0xDAE0E8, 0x4A5460),
    HEADING(Role.GROUND, 0xE4EDF7, 0x3A4452),
    SELECTED(Role.GROUND, 0xCDE0F5, 0x214F78),
    ANCHOR(Role.GROUND, 0xE1EDFA, 0x2A5A88),
    /** What cannot be edited. */
    FIXED(Role.GROUND, 0xF7F7F7, 0x3A3A3A),
    ERROR(Role.GROUND, 0xFFE0E0, 0x5C2B2B),
    WARNING(Role.GROUND, 0xFFF6D6, 0x55491F),
    NOTE(Role.GROUND, 0xEAF2FC, 0x34424F),
    ADDED(Role.GROUND, 0xDCF5DC, 0x29472B),
    /** A part of a text that is edited as a whole. */
    WHOLE(Role.GROUND, 0xE2ECFA, 0x34465E),

    SURE(Role.GROUND, 0xDEF2D9, 0x30492F),
    DOUBTFUL(Role.GROUND, 0xFFECB3, 0x5A4A1E),
    OPEN(Role.GROUND, 0xFAD6D2, 0x5F3532),
    UNUSED(Role.GROUND, 0xE8E8E8, 0x4A4A4A),
    WRONG(Role.GROUND, 0xF6B8B2, 0x7A322C),

    ON_TIME(Role.GROUND, 0xC4E7BD, 0x2E5230),
    SENT(Role.GROUND, 0xD6ECD0, 0x375040),
    LATE(Role.GROUND, 0xFFE096, 0x66511A),
    TWICE(Role.GROUND, 0xFAC896, 0x6B431C),
    OTHER_PERIOD(Role.GROUND, 0xFAD6B4, 0x5F4528),
    NOT_DUE(Role.GROUND, 0xE2E6EC, 0x454B55),
    OLD_EDITION(Role.GROUND, 0xDED6F0, 0x4A4066),

    BANNER(Role.GROUND, 0xFFF3CD, 0x4D3F12),
    WELCOME(Role.GROUND, 0xFBF7F0, 0x2F2A26),

    /** Frame of the place where keys go. */
    FOCUS(Role.GRAPHIC, 0x2F6DB0, 0x9CC4F0),
    FRAME(Role.GRAPHIC, 0x808080, 0xA8A8A8),
    ERROR_LINE(Role.GRAPHIC, 0xC81E1E, 0xFF8F8F),
    WARNING_LINE(Role.GRAPHIC, 0xB07A00, 0xFFC34D),
    NOTE_LINE(Role.GRAPHIC, 0x4F7FB8, 0x8FBCEB),
    /** Lines between cells, which carry no meaning. */
    RULE(Role.DECORATION, 0xC0C0C0, 0x5A5A5A),
    /** The desk on which sheets lie. */
    DESK(Role.GROUND, 0xC8C8C8, 0x3A3A3A),
    /** Sheets are white paper in both themes. */
    SHEET(Role.DECORATION, 0xFFFFFF, 0xFFFFFF);

    /** What a colour is for, which decides how much contrast it needs. */
    public enum Role {
        /** Ground of texts. */
        GROUND,
        /** Text, with a contrast of 4.5 to its ground. */
        TEXT,
        /** Line or sign with a meaning, with a contrast of 3 to {@link Palette#PAGE}. */
        GRAPHIC,
        /** Line or ground without a meaning. */
        DECORATION
    }

    private final Role role;
    private final Color light;
    private final Color dark;

    Palette(Role role, int light, int dark) {
        this.role = role;
        this.light = colour(light);
        this.dark = colour(dark);
    }

    private static Color colour(int rgb) {
        return new Color(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    public Role role() {
        return role;
    }

    /** Returns the colour in a theme. */
    public RGB rgb(boolean isDark) {
        return (isDark ? dark : light).getRGB();
    }

    /** Returns the colour in the current theme. */
    public Color colour() {
        return isDark() ? dark : light;
    }

    /** Returns whether the workbench has a dark theme. */
    public static boolean isDark() {
        var engine = PlatformUI.isWorkbenchRunning() ? PlatformUI.getWorkbench().getService(IThemeEngine.class) : null;
        return engine != null
                && engine.getActiveTheme() != null
                && engine.getActiveTheme().getId().contains("dark");
    }
}
