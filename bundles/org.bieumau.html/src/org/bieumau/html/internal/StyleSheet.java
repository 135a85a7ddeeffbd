/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.html.internal;

import java.util.Locale;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;

/** Generates the style sheet of a page: one class per component of the profile, and the rules for print. */
final class StyleSheet {

    private static final String COMMON = """
            :root { --desk: #f3f3f3; --paper: #fff; --ink: #000; }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--desk); color: var(--ink); font-family: {typeface}, "Liberation Serif", Tinos, serif; }
            .page { max-width: var(--page-width); margin: 1em auto; padding: 20mm clamp(4mm, 6vw, 20mm); background: var(--paper); }
            p, h1, h2, h3 { margin: 0; font-weight: normal; }
            .kept { break-after: avoid; }
            .together { break-inside: avoid; }
            .sides { display: grid; column-gap: 7.6mm; }
            .line { height: 0; margin: 2pt auto 0; border-top: 0.75pt solid; max-width: 100%; }
            .braced { display: flex; align-items: stretch; }
            .braced > div:first-child { border-right: 0.75pt solid; padding-right: 2mm; margin-right: 2mm; }
            .braced > div:last-child { align-self: center; }
            .stamp { border: 1pt solid; width: fit-content; min-width: 20mm; padding: 1mm 2mm; margin: 3mm 0; }
            .stamp.right { margin-left: auto; }
            .stamp.center { margin-left: auto; margin-right: auto; }
            .page-top { margin-top: -13mm; }
            .scroll { overflow-x: auto; }
            table { width: 100%; border-collapse: collapse; }
            th, td { border: 0.5pt solid; padding: 0 1.5mm; vertical-align: top; font-weight: normal; overflow-wrap: break-word; }
            .header th, .column-numbers td { vertical-align: middle; text-align: center; }
            .section th { text-align: left; }
            .chart { margin: 6pt 0; text-align: center; break-inside: avoid; }
            .chart svg { max-width: 100%; height: auto; background: #fff; }
            .notes { margin-top: 12pt; }
            .notes::before { content: ""; display: block; width: 30%; border-top: 0.75pt solid; margin-bottom: 3pt; }
            sup a, .notes a { color: inherit; }
            footer { margin-top: 12pt; }
            footer.ruled { border-top: 0.75pt solid; padding-top: 2pt; }
            @media (max-width: 40em) {
              .sides { grid-template-columns: 1fr !important; row-gap: 6pt; }
            }
            @media screen and (prefers-color-scheme: dark) {
              :root { --desk: #111; --paper: #222; --ink: #eee; }
            }
            @media print {
              body { background: none; }
              .page { max-width: none; margin: 0; padding: 0; break-after: page; }
              .page:last-child { break-after: auto; }
              .page-top { margin-top: 0; }
              .scroll { overflow: visible; }
              thead { display: table-header-group; }
              h1, h2, h3 { break-after: avoid; }
              p { orphans: 2; widows: 2; }
            }
            """;

    private final Layout layout;
    private final boolean twoSided;

    /** @param twoSided whether the document is printed on both sides of the paper */
    StyleSheet(Layout layout, boolean twoSided) {
        this.layout = layout;
        this.twoSided = twoSided;
    }

    /** Returns the CSS class of a component, such as <code>form-title</code>. */
    static String name(Component component) {
        return component.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the CSS name of a page format, such as <code>portrait-297</code>, with its long side in mm. */
    static String pageName(PageSetup page) {
        return (page.landscape() ? "landscape" : "portrait") + "-" + Math.round(Math.max(page.width(), page.height()));
    }

    String text() {
        var typeface = layout.style(Component.BODY).typeface();
        var text = new StringBuilder("\n").append(COMMON.replace("{typeface}", string(typeface)));
        for (var paper : PaperSize.values()) {
            for (var orientation : Orientation.values()) {
                page(paper, orientation, text);
            }
        }
        for (var component : Component.values()) {
            component(component, layout.style(component), text);
        }
        return text.toString();
    }

    private void page(PaperSize paper, Orientation orientation, StringBuilder text) {
        var page = layout.profile().page(paper, orientation, twoSided);
        var name = pageName(page);
        var number = layout.style(Component.PAGE_NUMBER);
        text.append(String.format(
                        Locale.ROOT,
                        ".page.%s { page: %s; }%n@page %s { size: %smm %smm; margin: %smm %smm %smm %smm; "
                                + "@top-center { content: counter(page); font: %spt %s, \"Liberation Serif\", serif; } }%n"
                                + "@page %s:first { @top-center { content: none; } }%n",
                        name,
                        name,
                        name,
                        number(page.width()),
                        number(page.height()),
                        number(page.top()),
                        number(page.right()),
                        number(page.bottom()),
                        number(page.left()),
                        number(number.size()),
                        string(number.typeface()),
                        name)
                .replace("\r\n", "\n"));
        back(page, text);
    }

    /** Adds the margins of the back of a sheet: the left and the right one change places. */
    private static void back(PageSetup page, StringBuilder text) {
        if (page.mirrored()) {
            text.append(String.format(
                    Locale.ROOT,
                    "@page %s:left { margin-left: %smm; margin-right: %smm; }\n",
                    pageName(page),
                    number(page.right()),
                    number(page.left())));
        }
    }

    private static void component(Component component, Look style, StringBuilder text) {
        text.append('.')
                .append(name(component))
                .append(" { font-size: ")
                .append(number(style.size()))
                .append("pt; line-height: ")
                .append(
                        style.leading() > 0
                                ? number(style.leading()) + "pt"
                                : number(Math.round(style.lineSpacing() * 1.15 * 100) / 100.0))
                .append("; text-align: ")
                .append(style.alignment().name().toLowerCase(Locale.ROOT))
                .append(';');
        if (style.bold()) {
            text.append(" font-weight: bold;");
        }
        if (style.italic()) {
            text.append(" font-style: italic;");
        }
        if (style.underlined()) {
            text.append(" text-decoration: underline;");
        }
        if (style.capitals()) {
            text.append(" text-transform: uppercase;");
        }
        if (style.colour() != Look.BLACK) {
            text.append(" color: ").append(colour(style.colour())).append(';');
        }
        if (style.firstIndent() > 0) {
            text.append(" text-indent: ").append(number(style.firstIndent())).append("mm;");
        }
        if (style.spaceBefore() > 0) {
            text.append(" margin-top: ").append(number(style.spaceBefore())).append("pt;");
        }
        if (style.spaceAfter() > 0) {
            text.append(" margin-bottom: ").append(number(style.spaceAfter())).append("pt;");
        }
        if (style.keepWithNext()) {
            text.append(" break-after: avoid;");
        }
        text.append(" }\n");
    }

    /** Returns a colour in the short form of CSS where there is one, such as <code>#f00</code>. */
    private static String colour(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour).replaceFirst("^#(.)\\1(.)\\2(.)\\3$", "#$1$2$3");
    }

    /** Returns a text as a string of CSS. */
    private static String string(String text) {
        // The escape of < prevents an end tag of the style element.
        return '"' + text.replaceAll("[\"\\\\]", "\\\\$0").replace("<", "\\3c ").replaceAll("\\R", " ") + '"';
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
