/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.NumberingStyle;
import org.bieumau.model.Section;
import org.bieumau.model.SectionSpec;
import org.bieumau.model.Term;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.shape.Ordinal;

/** Reads the headings of sections. */
final class SectionHeadings {

    private static final String NAME = "{tên}";
    private static final Pattern CLOSING = Pattern.compile("[\\s.:;,…]+$");

    private final Optional<SectionSpec> spec;
    private final KnownLabels known;

    /** @param known names that the user assigned to headings */
    SectionHeadings(ResolvedTemplate template, KnownLabels known) {
        this.known = known;
        spec = template.sections();
    }

    boolean areExpected() {
        return spec.isPresent();
    }

    /**
     * Returns a new section.
     *
     * @param texts texts of the row: the ordinal and the heading, or both in one
     */
    Section section(List<String> texts) {
        var section = BieumauFactory.eINSTANCE.createSection();
        var name = known(heading(texts));
        term(name).ifPresentOrElse(section::setTerm, () -> section.setTitle(name));
        return section;
    }

    /** Returns the name of a section as the form has it: that of the user for the heading or the name in it. */
    private String known(String heading) {
        var name = name(heading);
        return known.section(heading).or(() -> known.section(name)).orElse(name);
    }

    /** Returns the term for a name, which may have a closing mark such as a colon. */
    private Optional<Term> term(String name) {
        return spec.map(SectionSpec::getVocabulary)
                .flatMap(vocabulary -> Terms.find(vocabulary, name)
                        .or(() -> Terms.find(vocabulary, CLOSING.matcher(name).replaceFirst(""))));
    }

    /**
     * Returns whether a text is the heading of a known section, with or without its number. The name of an entry may
     * begin as headings do, but is not numbered as they are.
     */
    boolean isKnown(String text) {
        return term(known(heading(List.of(text)))).isPresent()
                || hasPattern()
                        && !name(heading(List.of(text))).equals(heading(List.of(text)))
                        && mayBeNumber(Ordinal.before(text).map(Ordinal.Before::ordinal));
    }

    /** Returns whether an ordinal, if there is one, is in the style of the numbers of sections. */
    private boolean mayBeNumber(Optional<Ordinal> ordinal) {
        return ordinal.map(Ordinal::style)
                .map(style -> switch (spec.map(SectionSpec::getNumbering).orElse(NumberingStyle.ROMAN)) {
                    case ROMAN, LETTER ->
                        // One letter may be a Roman numeral.
                        style == Ordinal.Style.ROMAN || style == Ordinal.Style.CAPITAL || style == Ordinal.Style.LETTER;
                    case ARABIC -> style == Ordinal.Style.NUMBER || style == Ordinal.Style.DOTTED;
                    case NONE -> false;
                })
                .orElse(true);
    }

    private boolean hasPattern() {
        return spec.map(SectionSpec::getHeadingPattern)
                .filter(pattern -> pattern.contains(NAME))
                .isPresent();
    }

    private String heading(List<String> texts) {
        var numbered = spec.map(SectionSpec::getNumbering).orElse(NumberingStyle.ROMAN) != NumberingStyle.NONE;
        if (texts.size() > 1 && Ordinal.of(texts.getFirst()).isPresent()) {
            return String.join(" ", texts.subList(1, texts.size()));
        }
        var text = String.join(" ", texts);
        return numbered
                ? Ordinal.before(text)
                        .filter(before -> before.ordinal().style() != Ordinal.Style.DASH)
                        .map(Ordinal.Before::rest)
                        .orElse(text)
                : text;
    }

    /** Returns the name in a heading such as <code>Lĩnh vực {tên}</code>. */
    private String name(String heading) {
        var pattern = spec.map(SectionSpec::getHeadingPattern).orElse(NAME);
        var at = pattern.indexOf(NAME);
        if (at < 0) {
            return heading;
        }
        var before = pattern.substring(0, at);
        var after = pattern.substring(at + NAME.length());
        return named(heading, before, after)
                .or(() -> named(CLOSING.matcher(heading).replaceFirst(""), before, after))
                .orElse(heading);
    }

    private static Optional<String> named(String heading, String before, String after) {
        return heading.length() >= before.length() + after.length()
                        && fold(heading.substring(0, before.length())).equals(fold(before))
                        && fold(heading.substring(heading.length() - after.length()))
                                .equals(fold(after))
                ? Optional.of(heading.substring(before.length(), heading.length() - after.length()))
                : Optional.empty();
    }

    private static String fold(String text) {
        return VietnameseText.fold(text);
    }
}
