/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The numbered headings of a document (<i>đề cương</i>), which the reports of units follow. As a form, each heading is
 * a printed row, and what units write below it is the value of one column, so that reports are merged as forms are.
 */
public final class Outline {

    /** Name of the column with what units wrote. */
    public static final String TEXT = "lời";

    private static final String TITLE = "đềMục";

    /** A heading with its number. */
    public static final class Heading {

        private final int index;
        private final @Nullable Heading parent;
        private final ProseParagraph paragraph;
        private final String path;
        private final List<Heading> children = new ArrayList<>();

        private Heading(int index, @Nullable Heading parent, ProseParagraph paragraph) {
            this.index = index;
            this.parent = parent;
            this.paragraph = paragraph;
            path = (parent == null ? "" : parent.path + ".") + "m" + (index + 1);
        }

        /** Returns the position in the outline, from 0. */
        public int index() {
            return index;
        }

        /** Returns the heading above; empty for an outermost one. */
        public Optional<Heading> parent() {
            return Optional.ofNullable(parent);
        }

        public DivisionLevel level() {
            return paragraph.level();
        }

        /** Returns the number as printed, such as <code>II.</code> */
        public String label() {
            return paragraph.label();
        }

        /** Returns the words of the heading. */
        public String text() {
            return paragraph.text().strip();
        }

        /** Returns the path of the printed row for the heading. */
        public String path() {
            return path;
        }

        public List<Heading> children() {
            return Collections.unmodifiableList(children);
        }

        /** Returns the paragraph of the model. */
        public Paragraph source() {
            return paragraph.source();
        }

        /** Returns number and words, with the numbers of the headings above: <code>II.1. Kết quả</code>. */
        public String title() {
            return numbers() + " " + text();
        }

        private String numbers() {
            return parent == null ? label() : parent.numbers().replaceFirst("[.)]+$", "") + "." + label();
        }
    }

    private final List<Heading> all = new ArrayList<>();
    private final List<Paragraph> opening = new ArrayList<>();
    private final Set<String> guidance = new HashSet<>();

    private Outline() {}

    /** Returns the outline of a document or of the template of a document; it is empty for anything else. */
    public static Outline of(@Nullable LibraryElement element) {
        var outline = new Outline();
        var document = switch (element) {
            case Document each -> each;
            case DocumentTemplate template -> template.getDocument();
            case null, default -> null;
        };
        if (document != null && !document.eIsProxy()) {
            var resolved = ResolvedDocument.of(document);
            if (resolved.body() != null) {
                new ProseReader(resolved.scope()).read(resolved.body()).forEach(block -> {
                    if (block instanceof ProseParagraph paragraph) {
                        outline.add(paragraph);
                    }
                });
            }
        }
        return outline;
    }

    private void add(ProseParagraph paragraph) {
        if (!isHeading(paragraph.level())
                || paragraph.source() == null
                || paragraph.text().isBlank()) {
            guidance.add(key(paragraph.text()));
            if (all.isEmpty() && paragraph.source() != null) {
                opening.add(paragraph.source());
            }
            return;
        }
        var parent = all.isEmpty() ? null : all.getLast();
        while (parent != null && parent.level().compareTo(paragraph.level()) >= 0) {
            parent = parent.parent;
        }
        var heading = new Heading(all.size(), parent, paragraph);
        if (parent != null) {
            parent.children.add(heading);
        }
        all.add(heading);
    }

    /** Returns whether lines of a level may be headings; those with a dash or plus are text. */
    public static boolean isHeading(@Nullable DivisionLevel level) {
        return level != null && level.compareTo(DivisionLevel.DASH) < 0;
    }

    /** Returns the paragraphs before the first heading. */
    public List<Paragraph> opening() {
        return Collections.unmodifiableList(opening);
    }

    /** Returns the headings in order. */
    public List<Heading> all() {
        return Collections.unmodifiableList(all);
    }

    /** Returns the headings below one, or the outermost ones. */
    public List<Heading> below(@Nullable Heading parent) {
        return parent == null ? all.stream().filter(each -> each.parent == null).toList() : parent.children();
    }

    /** Returns whether a line is one of the outline itself, such as a hint for those who write the report. */
    public boolean isGuidance(String text) {
        return guidance.contains(key(text));
    }

    /** Returns the words of a text without case, diacritics and punctuation. */
    public static String key(String text) {
        return VietnameseText.fold(text).replaceAll("[^\\p{L}\\d]+", " ").strip();
    }

    /** Returns the form of reports: a printed row for each heading. */
    FormTemplate template(String name) {
        var factory = BieumauFactory.eINSTANCE;
        var template = factory.createFormTemplate();
        template.setName(name);
        template.setTitle(name);
        template.getItems().add(column(TITLE, "Đề mục", ColumnType.TEXT));
        template.getItems().add(column(TEXT, "Nội dung", ColumnType.PROSE));
        var list = factory.createIndicatorList();
        list.setExtensible(true);
        below(null).forEach(heading -> list.getIndicators().add(indicator(heading)));
        template.getIndicatorLists().add(list);
        return template;
    }

    private static Column column(String name, String title, ColumnType type) {
        var column = BieumauFactory.eINSTANCE.createColumn();
        column.setName(name);
        column.setTitle(title);
        column.setType(type);
        return column;
    }

    private static Indicator indicator(Heading heading) {
        var indicator = BieumauFactory.eINSTANCE.createIndicator();
        indicator.setName("m" + (heading.index() + 1));
        indicator.setTitle(heading.title());
        heading.children().forEach(child -> indicator.getIndicators().add(indicator(child)));
        return indicator;
    }
}
