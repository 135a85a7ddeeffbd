/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.checking.report.Change;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Run;
import org.jspecify.annotations.Nullable;

/** Tells in words what changes of a file do: the text or look before, and the one after. */
final class ChangeWords {

    /** Number of characters up to which a text is told as a whole. */
    private static final int WHOLE = 80;

    /** Number of characters that are told before and after those that change. */
    private static final int CONTEXT = 30;

    /** Number of characters of a text whose look changes that tell which text it is. */
    private static final int NAME = 40;

    /** Distance in mm that is not told, since files store other units. */
    private static final double TOLERANCE = 0.05;

    private final List<PageStart> sections;

    /** @param sections the sections of the file, by their numbers */
    ChangeWords(List<PageStart> sections) {
        this.sections = List.copyOf(sections);
    }

    /**
     * Returns a change with its words.
     *
     * @param paragraph the paragraph that is changed; null for the pages of the file
     */
    Change change(Place place, @Nullable Paragraph paragraph, Amendment amendment) {
        return switch (amendment) {
            case Amendment.Retype retype
            when retype.old().equals(retype.text()) ->
                new Change(
                        place,
                        retype,
                        text("change.decomposed", start(retype.old())),
                        text("change.composed", start(retype.text())));
            case Amendment.Retype retype -> retyped(place, retype);
            case Amendment.Restyle restyle ->
                new Change(
                        place,
                        restyle,
                        text("change.look", start(restyle.text()), before(paragraph, restyle)),
                        words(restyle.look(), restyle.properties()));
            case Amendment.Repage(var section, var page) -> {
                var now = sections.get(section).page();
                yield new Change(place, amendment, page(section, now, page), page(section, page, now));
            }
            case Amendment.NumberPages number ->
                new Change(
                        place,
                        number,
                        text("change.unnumbered"),
                        text("change.numbered", LookChecks.points(number.look().size())));
            case Amendment.DrawLine line ->
                new Change(
                        place,
                        line,
                        text("change.unruled", paragraph == null ? "" : start(paragraph.text())),
                        text("change.ruled"));
            case Amendment.Comment comment -> new Change(place, comment, "", comment.text());
        };
    }

    private static String text(String key, Object... arguments) {
        return CheckingMessages.ALL.text(key, arguments);
    }

    // Texts

    private static Change retyped(Place place, Amendment.Retype retype) {
        var old = retype.old();
        var text = retype.text();
        var same = 0;
        while (same < Math.min(old.length(), text.length()) && old.charAt(same) == text.charAt(same)) {
            same++;
        }
        var sameEnd = 0;
        while (sameEnd < Math.min(old.length(), text.length()) - same
                && old.charAt(old.length() - 1 - sameEnd) == text.charAt(text.length() - 1 - sameEnd)) {
            sameEnd++;
        }
        return new Change(
                place,
                retype,
                text("change.text", excerpt(old, same, old.length() - sameEnd)),
                text("change.text", excerpt(text, same, text.length() - sameEnd)));
    }

    /** Returns the part of a text that changes, with whole words around it. */
    private static String excerpt(String text, int from, int to) {
        if (text.length() <= WHOLE) {
            return line(text);
        }
        var begin = from <= CONTEXT ? 0 : text.lastIndexOf(' ', from - CONTEXT) + 1;
        var blank = text.indexOf(' ', Math.min(text.length(), to + CONTEXT));
        var end = blank < 0 ? text.length() : blank;
        return (begin > 0 ? "…" : "") + line(text.substring(begin, end)) + (end < text.length() ? "…" : "");
    }

    /** Returns the beginning of a text. */
    private static String start(String text) {
        var whole = line(text).strip();
        if (whole.length() <= NAME) {
            return whole;
        }
        var blank = whole.lastIndexOf(' ', NAME);
        return whole.substring(0, blank <= 0 ? NAME : blank) + "…";
    }

    private static String line(String text) {
        return text.replaceAll("[\\t\\n]", " ");
    }

    // Looks

    /** Returns the values that the properties have in a paragraph: several if its stretches of text differ. */
    private static String before(@Nullable Paragraph paragraph, Amendment.Restyle restyle) {
        return paragraph == null
                ? ""
                : restyle.properties().stream()
                        .sorted()
                        .map(property -> before(paragraph, property))
                        .collect(Collectors.joining("; "));
    }

    private static String before(Paragraph paragraph, Look.Property property) {
        var look = paragraph.look();
        if (property == Look.Property.FIRST_INDENT) {
            // The change sets the left indent to 0.
            return text(
                    "change.FIRST_INDENT",
                    LookChecks.points(look.firstIndent() + paragraph.setting().leftIndent()));
        }
        var values = paragraph.runs().stream()
                .filter(run -> !run.text().isBlank())
                .map(Run::look)
                .filter(each -> each.value(property).isPresent())
                .map(each -> word(isOfCharacters(property) ? each : look, property))
                .distinct()
                .toList();
        return values.isEmpty() ? word(look, property) : String.join(", ", values);
    }

    private static boolean isOfCharacters(Look.Property property) {
        return switch (property) {
            case TYPEFACE, SIZE, BOLD, ITALIC, UNDERLINED, CAPITALS, COLOUR, LABEL_EMPHASIS -> true;
            case ALIGNMENT, FIRST_INDENT, SPACE_BEFORE, SPACE_AFTER, LINE_SPACING, LEADING, KEEP_WITH_NEXT -> false;
        };
    }

    private static String words(Look look, Set<Look.Property> properties) {
        return properties.stream()
                .sorted()
                .map(property -> word(look, property))
                .collect(Collectors.joining("; "));
    }

    private static String word(Look look, Look.Property property) {
        return switch (property) {
            case TYPEFACE -> text("change.TYPEFACE", look.typeface());
            case SIZE -> text("change.SIZE", LookChecks.points(look.size()));
            case BOLD -> text("change.BOLD." + look.bold());
            case ITALIC -> text("change.ITALIC." + look.italic());
            case UNDERLINED -> text("change.UNDERLINED." + look.underlined());
            case CAPITALS -> text("change.CAPITALS." + look.capitals());
            case COLOUR ->
                switch (look.colour()) {
                    case Look.BLACK -> text("change.black");
                    case Look.RED -> text("change.red");
                    default -> text("change.COLOUR", String.format("%06X", look.colour()));
                };
            case ALIGNMENT -> text("change." + look.alignment());
            case FIRST_INDENT -> text("change.FIRST_INDENT", LookChecks.points(look.firstIndent()));
            case SPACE_BEFORE -> text("change.SPACE_BEFORE", LookChecks.points(look.spaceBefore()));
            case SPACE_AFTER -> text("change.SPACE_AFTER", LookChecks.points(look.spaceAfter()));
            case LINE_SPACING, LEADING ->
                look.leading() > 0
                        ? text("change.LEADING", LookChecks.points(look.leading()))
                        : text("change.LINE_SPACING", LookChecks.points(look.lineSpacing()));
            case KEEP_WITH_NEXT, LABEL_EMPHASIS -> "";
        };
    }

    // Pages

    /** Returns the dimensions of a page that differ from those of another one. */
    private String page(int section, PageSetup page, PageSetup other) {
        var words = new ArrayList<String>();
        if (isOther(page.width(), other.width()) || isOther(page.height(), other.height())) {
            words.add(text("change.paper", LookChecks.points(page.width()), LookChecks.points(page.height())));
        }
        addMargin(words, "change.top", page.top(), other.top());
        addMargin(words, "change.bottom", page.bottom(), other.bottom());
        addMargin(words, "change.left", page.left(), other.left());
        addMargin(words, "change.right", page.right(), other.right());
        var all = String.join("; ", words);
        return sections.size() == 1 ? all : text("change.section", section + 1, all);
    }

    private static void addMargin(List<String> words, String key, double margin, double other) {
        if (isOther(margin, other)) {
            words.add(text(key, LookChecks.points(margin)));
        }
    }

    private static boolean isOther(double one, double other) {
        return Math.abs(one - other) > TOLERANCE;
    }
}
