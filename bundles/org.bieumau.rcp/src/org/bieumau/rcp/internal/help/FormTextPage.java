/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Translates the Markdown of the documentation into the XML that {@link org.eclipse.ui.forms.widgets.FormText} shows.
 *
 * <p>It supports headings, paragraphs, one level of lists, tables, code, bold text and links. {@code FormText} has no
 * tables and no italics: a row of a table becomes a list item, and italics are shown as plain text. Pictures are left
 * out.
 */
final class FormTextPage {

    private static final Pattern INLINE = Pattern.compile(
            "`(?<code>[^`]+)`|\\*\\*(?<bold>[^*]+)\\*\\*|\\*(?<italic>[^*\\s][^*]*)\\*|\\[(?<label>[^\\]]+)\\]\\((?<target>[^)]+)\\)|\\\\(?<escaped>\\p{Punct})");
    private static final Pattern HEADING = Pattern.compile("(#+) (.*)");
    private static final Pattern ITEM = Pattern.compile("(?:-|\\d+\\.) (.*)");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

    private final StringBuilder form = new StringBuilder("<form>");
    private final List<String> open = new ArrayList<>();
    private final String page;
    private boolean item;
    private boolean table;

    /** @param page id of the page, to which relative links are resolved */
    private FormTextPage(String page) {
        this.page = page;
    }

    /** Returns the XML of a page. */
    static String of(String page, String markdown) {
        var text = new FormTextPage(page);
        var code = false;
        for (var line : markdown.split("\n")) {
            if (line.startsWith("```")) {
                text.flush();
                code = !code;
            } else if (code) {
                text.code(line);
            } else {
                text.line(line);
            }
        }
        text.flush();
        return text.form.append("</form>").toString();
    }

    private void line(String line) {
        var header = !table;
        table = line.startsWith("|");
        var heading = HEADING.matcher(line);
        var listed = ITEM.matcher(line);
        if (heading.matches()) {
            flush();
            heading(heading.group(1).length(), heading.group(2));
        } else if (line.isBlank()) {
            flush();
        } else if (table) {
            flush();
            row(line, header);
        } else if (!PICTURE.matcher(line).matches()) {
            if (listed.matches()) {
                flush();
                item = true;
            }
            open.add(item && listed.matches() ? listed.group(1) : line.strip());
        }
    }

    /** Writes the paragraph or list item whose lines have been collected. */
    private void flush() {
        if (!open.isEmpty()) {
            var tag = item ? "li" : "p";
            form.append('<').append(tag).append('>');
            form.append(inline(String.join(" ", open)));
            form.append("</").append(tag).append('>');
            open.clear();
        }
        item = false;
    }

    private void heading(int level, String title) {
        form.append(
                level == 1
                        ? "<p><span font=\"title\" color=\"title\">" + escaped(plain(title)) + "</span></p>"
                        : "<p vspace=\"true\"><b>" + escaped(plain(title)) + "</b></p>");
    }

    private void code(String line) {
        var indent = line.length() - line.stripLeading().length();
        form.append("<p vspace=\"false\"><span font=\"code\">")
                .append("\u00a0".repeat(Math.max(indent, line.isBlank() ? 1 : 0)))
                .append(escaped(line.strip()))
                .append("</span></p>");
    }

    private void row(String line, boolean header) {
        var cells = Arrays.stream(CELL_END.split(line.substring(1)))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (header) {
            form.append("<p><b>").append(escaped(String.join(" – ", cells))).append("</b></p>");
        } else if (!cells.stream().allMatch(cell -> cell.matches(":?-+:?"))) {
            form.append("<li>");
            form.append(
                    cells.stream().map(this::inline).collect(Collectors.joining(cells.size() > 2 ? "<br/>" : " – ")));
            form.append("</li>");
        }
    }

    private String inline(String text) {
        var xml = new StringBuilder();
        var end = 0;
        for (var found : INLINE.matcher(text).results().toList()) {
            xml.append(escaped(text.substring(end, found.start()))).append(inline(found));
            end = found.end();
        }
        return xml.append(escaped(text.substring(end))).toString();
    }

    private String inline(MatchResult found) {
        if (found.group("code") != null) {
            return "<span font=\"code\">" + escaped(found.group("code").replace("\\|", "|")) + "</span>";
        }
        if (found.group("bold") != null) {
            return "<b>" + escaped(plain(found.group("bold"))) + "</b>";
        }
        if (found.group("italic") != null) {
            return escaped(found.group("italic"));
        }
        if (found.group("label") != null) {
            return link(plain(found.group("label")), found.group("target"));
        }
        return escaped(found.group("escaped"));
    }

    /** Returns a link if it leads to a page of the documentation, else its label. */
    private String link(String label, String target) {
        return HelpBook.resolve(page, target)
                .map(topic -> "<a href=\"" + escaped(topic) + "\">" + escaped(label) + "</a>")
                .orElse(escaped(label));
    }

    /** Returns a text without its code marks. */
    private static String plain(String text) {
        return text.replace("`", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
