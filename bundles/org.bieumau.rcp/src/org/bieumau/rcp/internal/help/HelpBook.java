/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.help;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.doc.internal.Documentation;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.rcp.internal.campaign.CampaignPage;
import org.bieumau.rcp.internal.preferences.UserLanguage;

/**
 * The pages of the documentation that the help shows, in the language of the user.
 *
 * <p>A topic is the id of a page, such as {@code studio/form}, or of a section of a page, such as
 * {@code reference/problems#date-padding}.
 */
public final class HelpBook {

    /** The pages, in reading order. */
    public static final List<String> TOPICS = List.of(
            "studio/start",
            "studio/details",
            "studio/form",
            "studio/template",
            "studio/text",
            "studio/pages",
            "studio/source",
            "studio/language",
            "studio/import",
            "guide/check",
            "studio/consolidation",
            "studio/export",
            "studio/data",
            "studio/packs",
            "studio/keys",
            "reference/language",
            "reference/expressions",
            "reference/problems",
            "reference/rules",
            "reference/decree30");

    /**
     * Number of characters above which a page is shown as a list of its sections, since widgets have a maximum height.
     */
    private static final int LONG = 15_000;

    private static final Pattern HEADING = Pattern.compile("^(#+) (.*)$", Pattern.MULTILINE);

    private HelpBook() {}

    /** Returns the id of the page that a topic belongs to. */
    public static String page(String topic) {
        return topic.replaceFirst("#.*", "");
    }

    /** Returns the title of a page, which is its first heading. */
    public static String title(String page) {
        var heading = HEADING.matcher(markdown(page));
        return heading.find() ? heading.group(2) : page;
    }

    /** Returns the text of a topic as the XML of a form text. */
    public static String text(String topic) {
        var page = page(topic);
        var markdown = markdown(page);
        return FormTextPage.of(
                page,
                !page.equals(topic)
                        ? section(markdown, topic.substring(page.length() + 1))
                        : markdown.length() > LONG ? contents(markdown) : markdown);
    }

    /** Returns the topic that explains the problems with a code. */
    public static String problem(String code) {
        return "reference/problems#" + anchor(code);
    }

    /**
     * Returns the topic that a link leads to; empty if it leads out of the help.
     *
     * @param page the page with the link
     * @param link the link, relative to the page, such as {@code ../reference/rules.md} or {@code #values}; a link to a
     *     page in another language, such as {@code ../../en/reference/rules.md}, leads to the same topic
     */
    static Optional<String> resolve(String page, String link) {
        var anchor = link.substring(page(link).length());
        var file = page(link).isEmpty()
                ? page
                : URI.create(UserLanguage.spoken() + "/" + page)
                        .resolve(page(link))
                        .toString()
                        .replaceFirst("^(vi|en)/", "")
                        .replaceFirst("\\.md$", "");
        return TOPICS.contains(file) ? Optional.of(file + anchor) : Optional.empty();
    }

    /**
     * Returns the topic about a page of the editor.
     *
     * @param page the id of the page; empty for the Source page; null if there is no editor
     */
    public static String about(String page) {
        return switch (page) {
            case null -> "studio/start";
            case InfoPage.ID -> "studio/details";
            case GridPage.ID -> "studio/form";
            case TemplatePage.ID -> "studio/template";
            case ProsePage.ID -> "studio/text";
            case CampaignPage.ID -> "studio/consolidation";
            case PagesPage.ID -> "studio/pages";
            case "" -> "studio/source";
            // A page of a plug-in: the overview of the pages.
            default -> "studio/start";
        };
    }

    private static String markdown(String page) {
        return Documentation.page(UserLanguage.spoken(), page);
    }

    /** Returns the section under the heading with this anchor, or the whole text if there is none. */
    private static String section(String markdown, String anchor) {
        var headings = HEADING.matcher(markdown).results().toList();
        return headings.stream()
                .filter(heading -> anchor(heading.group(2)).equals(anchor))
                .findFirst()
                .map(start -> markdown.substring(
                        start.start(),
                        headings.stream()
                                .filter(next -> next.start() > start.start()
                                        && next.group(1).length()
                                                <= start.group(1).length())
                                .findFirst()
                                .map(next -> next.start())
                                .orElse(markdown.length())))
                .orElse(markdown);
    }

    /** Returns the introduction of a page and a link to each of its sections. */
    private static String contents(String markdown) {
        var contents = new StringBuilder(markdown.split("(?m)^## ", 2)[0]);
        HEADING.matcher(markdown)
                .results()
                .filter(heading -> heading.group(1).length() == 2)
                .forEach(heading -> contents.append("- [")
                        .append(heading.group(2))
                        .append("](#")
                        .append(anchor(heading.group(2)))
                        .append(")\n"));
        return contents.toString();
    }

    /** Returns the anchor of a heading, as GitHub forms it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
