/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The characters of symbol fonts, which files store in the private use area from U+F000 or as Latin letters. */
final class Symbols {

    private static final int PRIVATE = 0xF000;

    private static final Map<Integer, String> SYMBOL = table(
            "B7 • A7 ♣ A8 ♦ A9 ♥ AA ♠ AB ↔ AC ← AD ↑ AE → AF ↓ B0 ° B1 ± B3 ≥ A3 ≤ B4 × B8 ÷ B9 ≠ BA ≡ BB ≈ A5 ∞ D6 √ "
                    + "E5 ∑ D0 ∠ D9 ∧ DA ∨ DE ⇒ DB ⇔ DC ⇐ CE ∈ CF ∉ C7 ∩ C8 ∪ C6 ∅ C9 ⊃ CC ⊂ 61 α 62 β 67 γ 64 δ 65 ε "
                    + "71 θ 6C λ 6D μ 70 π 72 ρ 73 σ 6A ϕ 77 ω 44 Δ 53 Σ 57 Ω 50 Π 2D − A2 ′ B2 ″ E0 ◊");
    private static final Map<Integer, String> WINGDINGS = table(
            "A7 ▪ 6E ■ 6F □ 70 ❐ 71 ❑ 72 ❒ A8 ◻ FE ☑ FD ☒ FC ✔ FB ✘ D8 ➢ E0 → DF ← E1 ↑ E2 ↓ E8 ➔ F0 ⇨ 76 ❖ 6C ● 6D ❍ "
                    + "A1 ○ 9F • 9E · 75 ◆ 77 ⬥ 78 ⌧ A4 ◉ 46 ☞ 45 ☜ 26 ✆ 28 ☎ 2A ✉ AB ★ B6 ☆ 4A ☺ 22 ✂ 21 ✏ 3F ✍");
    private static final Map<Integer, String> WINGDINGS_2 =
            table("50 ✓ 4F ✗ 52 ☑ 54 ☒ 53 ☒ A3 ☐ 2A ☐ 51 ☒ 30 ☐ 97 ● 98 ● 99 ○");

    private Symbols() {}

    private static Map<Integer, String> table(String entries) {
        var table = new HashMap<Integer, String>();
        var fields = entries.split(" ");
        for (int i = 0; i < fields.length; i += 2) {
            table.put(Integer.parseInt(fields[i], 16), fields[i + 1]);
        }
        return table;
    }

    private static Map<Integer, String> ofFont(String font) {
        return switch (font.toLowerCase(Locale.ROOT)) {
            case "symbol" -> SYMBOL;
            case "wingdings" -> WINGDINGS;
            case "wingdings 2" -> WINGDINGS_2;
            default -> Map.of();
        };
    }

    /** Returns whether a font is a symbol font. */
    static boolean isSymbolFont(String font) {
        return !ofFont(font).isEmpty();
    }

    /**
     * Returns a text as a symbol font displays it. A symbol that Unicode or this table lacks stays unchanged.
     *
     * @param font name of the font; an empty string if it is not known
     */
    static String shown(String text, String font) {
        var table = ofFont(font);
        var shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var code = c >= PRIVATE && c <= PRIVATE + 0xFF ? c - PRIVATE : c;
            var symbol = table.get(code);
            if (symbol != null) {
                shown.append(symbol);
            } else if (c == PRIVATE + 0xB7) {
                shown.append('•');
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    /** Returns whether a text has characters of a symbol font. */
    static boolean hasPrivate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= PRIVATE && text.charAt(i) <= PRIVATE + 0xFF) {
                return true;
            }
        }
        return false;
    }
}
