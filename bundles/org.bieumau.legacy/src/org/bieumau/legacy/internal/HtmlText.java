/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bieumau.core.internal.sheet.CellLook;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The text of a paragraph or cell of a web page, as a browser shows it: runs of spaces become one space. */
final class HtmlText {

    private static final Set<String> NO_CONTENT =
            Set.of("script", "style", "head", "title", "template", "noscript", "meta", "link", "xml");
    private static final Pattern FAMILY = Pattern.compile("font-family:\\s*[\"']?([^;,\"']+)");
    private static final Pattern ALIGNMENT = Pattern.compile("text-align:\\s*(left|center|right|justify)");
    /** Maximum number of enclosing elements searched for the font of a text. */
    private static final int MOST_PARENTS = 20;

    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder all = new StringBuilder();
    private Alignment alignment;

    /** Returns whether an element can have text that a browser shows. */
    static boolean isContent(Element element) {
        return !NO_CONTENT.contains(element.normalName());
    }

    /** Returns the flags of an element that is hidden. */
    static Set<Flag> flags(Element element) {
        return style(element).contains("display:none") ? Set.of(Flag.HIDDEN) : Set.of();
    }

    private static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(": ", ":");
    }

    /** Adds all texts of an element, except those of tables in it. */
    void addAll(Element element) {
        alignment = alignment == null ? alignment(element) : alignment;
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        return switch (node) {
                            case TextNode words -> {
                                add(words);
                                yield FilterResult.CONTINUE;
                            }
                            case Element br
                            when br.nameIs("br") -> {
                                addLine();
                                yield FilterResult.CONTINUE;
                            }
                            case Element inner
                            when inner != element && inner.nameIs("table") -> FilterResult.SKIP_ENTIRELY;
                            case Element inner when !isContent(inner) -> FilterResult.SKIP_ENTIRELY;
                            default -> FilterResult.CONTINUE;
                        };
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element inner && inner != element && inner.isBlock()) {
                            addLine();
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                element);
    }

    private void addLine() {
        if (!all.isEmpty()) {
            append("\n", CellLook.of("", 0, false, false, false, -1, null), Set.of());
        }
    }

    void add(TextNode words) {
        var spaced = words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
        var isAtStart = all.isEmpty() || all.charAt(all.length() - 1) == '\n' || all.charAt(all.length() - 1) == ' ';
        var shown = isAtStart && spaced.startsWith(" ") ? spaced.substring(1) : spaced;
        if (shown.isEmpty() || !(words.parent() instanceof Element parent)) {
            return;
        }
        var font = "";
        var marks = EnumSet.noneOf(Flag.class);
        var bold = false;
        var italic = false;
        var underlined = false;
        Element around = parent;
        for (int i = 0; around != null && i < MOST_PARENTS; i++, around = around.parent()) {
            switch (around.normalName()) {
                case "b", "strong", "th", "h1", "h2", "h3" -> bold = true;
                case "i", "em" -> italic = true;
                case "u" -> underlined = true;
                case "s", "strike", "del" -> marks.add(Flag.STRUCK_OUT);
                case "sup" -> marks.add(Flag.SUPERSCRIPT);
                case "sub" -> marks.add(Flag.SUBSCRIPT);
                default -> {
                    // The style may name the font.
                }
            }
            bold |= style(around).contains("font-weight:bold") || style(around).contains("font-weight:700");
            italic |= style(around).contains("font-style:italic");
            marks.addAll(flags(around));
            font = font.isEmpty() ? font(around) : font;
            alignment = alignment == null ? alignment(around) : alignment;
        }
        var decoded = LegacyText.of(shown, font);
        var look = CellLook.of(font, 0, bold, italic, underlined, -1, alignment);
        var run = decoded.run(look, marks);
        append(run.text(), run.look(), run.flags());
    }

    private static String font(Element element) {
        var family = FAMILY.matcher(element.attr("style"));
        return element.hasAttr("face")
                ? element.attr("face").split(",")[0].strip()
                : family.find() ? family.group(1).strip() : "";
    }

    private static Alignment alignment(Element element) {
        var found = ALIGNMENT.matcher(style(element));
        return switch (found.find() ? found.group(1) : element.attr("align").toLowerCase(Locale.ROOT)) {
            case "left" -> Alignment.LEFT;
            case "center" -> Alignment.CENTER;
            case "right" -> Alignment.RIGHT;
            case "justify" -> Alignment.JUSTIFY;
            default -> null;
        };
    }

    private void append(String text, Look look, Set<Flag> flags) {
        runs.add(new Run(text, look, flags));
        all.append(text);
    }

    /** Returns the text without spaces and line breaks at its ends. */
    String text() {
        return all.toString().replaceAll(" *\\n *", "\n").strip();
    }

    boolean isBlank() {
        return all.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Returns the flags that any part of the text has. */
    Set<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        runs.forEach(run -> flags.addAll(run.flags()));
        flags.retainAll(Set.of(Flag.CONVERTED, Flag.HIDDEN));
        return flags;
    }

    SourceItem.Paragraph paragraph(Place place) {
        return new SourceItem.Paragraph(
                place, "", List.copyOf(runs), CellLook.of("", 0, false, false, false, -1, alignment));
    }
}
