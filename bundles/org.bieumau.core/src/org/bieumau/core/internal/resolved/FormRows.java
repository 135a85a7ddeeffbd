/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.bieumau.core.form.RowSource;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Section;
import org.bieumau.model.SectionSpec;
import org.eclipse.emf.ecore.EObject;

/**
 * Iterates over the rows of a form and the section headings between them. The rows come from the model or from a data
 * source, or are the empty rows of a blank form.
 */
public interface FormRows extends Closeable {

    /** A heading or a row. */
    sealed interface Line permits Heading, Row {}

    /**
     * The heading of a section.
     *
     * @param number the number of the section, from 1
     * @param name the name of the section
     * @param text the heading without its number
     * @param source the section; null if it is not in the model
     */
    record Heading(int number, String name, String text, EObject source) implements Line {}

    /**
     * A row.
     *
     * @param ordinal the printed number, from 1; 0 for a row that is printed with the form
     * @param entry the content
     * @param blank whether it is an empty row of a blank form
     * @param given the row of the template that the content belongs to; null if it is a row of the form itself
     * @param isCounted whether totals count the row: not if it divides the number of a row above it, or is a heading
     */
    record Row(int ordinal, Entry entry, boolean blank, GivenRow given, boolean isCounted) implements Line {

        public Row(int ordinal, Entry entry, boolean blank) {
            this(ordinal, entry, blank, null, true);
        }
    }

    /** Returns the next line; null at the end. */
    Line next() throws IOException;

    @Override
    default void close() throws IOException {}

    /** Returns the text of a section heading: the pattern of the template with the name of the section. */
    static String heading(String name, SectionSpec spec) {
        var pattern = spec == null ? null : spec.getHeadingPattern();
        return pattern == null ? name : pattern.replace("{tên}", name);
    }

    /** Returns the name of a section: the title of its term, or else its own heading; empty if it has neither. */
    static String name(Section section) {
        var term = section.getTerm();
        if (term != null && !term.eIsProxy() && term.getTitle() != null) {
            return term.getTitle();
        }
        return section.getTitle() == null ? "" : section.getTitle();
    }

    /**
     * Starts an iteration.
     *
     * @param element the form, or the template itself for its blank form
     * @param source the data source; null to use the rows of the model
     */
    static FormRows open(LibraryElement element, ResolvedTemplate template, RowSource source) throws IOException {
        if (source != null) {
            return new Sourced(source.open(template), template);
        }
        var filled = element instanceof Form form && !form.isBlank() ? form : null;
        if (!template.givenRows().isEmpty()) {
            return new PrintedRows(filled, template);
        }
        if (filled != null) {
            return filled.getSections().isEmpty()
                    ? new Plain(Applicable.plainEntries(filled))
                    : new Sectioned(Applicable.sections(filled), template);
        }
        return new Blank(template);
    }

    /** Returns the lines of a filled form whose template prints rows with it. */
    static List<Line> printed(Form form, ResolvedTemplate template) {
        return new PrintedRows(form, template).lines();
    }

    /** Iterates over rows of the model without sections. */
    final class Plain implements FormRows {

        private final Iterator<Entry> entries;
        private int ordinal;

        private Plain(List<Entry> entries) {
            this.entries = entries.iterator();
        }

        @Override
        public Line next() {
            return entries.hasNext() ? new Row(++ordinal, entries.next(), false) : null;
        }
    }

    /** Iterates over rows of the model in sections. */
    final class Sectioned implements FormRows {

        private final Iterator<Section> sections;
        private final SectionSpec spec;
        private Iterator<Entry> entries = List.<Entry>of().iterator();
        private int number;
        private int ordinal;

        private Sectioned(List<Section> sections, ResolvedTemplate template) {
            this.sections = sections.iterator();
            this.spec = template.sections().orElse(null);
        }

        @Override
        public Line next() {
            if (entries.hasNext()) {
                return new Row(++ordinal, entries.next(), false);
            }
            if (!sections.hasNext()) {
                return null;
            }
            var section = sections.next();
            entries = Applicable.entries(section).iterator();
            ordinal = spec == null || spec.isRestartRows() ? 0 : ordinal;
            return new Heading(++number, name(section), heading(name(section), spec), section);
        }
    }

    /** Iterates over rows of a data source. */
    final class Sourced implements FormRows {

        private final RowSource.Rows rows;
        private final SectionSpec spec;
        private RowSource.SourcedEntry pending;
        private String section;
        private int number;
        private int ordinal;

        private Sourced(RowSource.Rows rows, ResolvedTemplate template) {
            this.rows = rows;
            this.spec = template.sections().orElse(null);
        }

        @Override
        public Line next() throws IOException {
            var row = pending != null ? pending : rows.next();
            pending = null;
            if (row == null) {
                return null;
            }
            if (row.section() != null && !Objects.equals(row.section(), section)) {
                section = row.section();
                pending = row;
                ordinal = spec == null || spec.isRestartRows() ? 0 : ordinal;
                return new Heading(++number, section, heading(section, spec), null);
            }
            return new Row(++ordinal, row.entry(), false);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    /** Iterates over the empty rows of a blank form: as many as the template defines, at least one. */
    final class Blank implements FormRows {

        /** Largest number of rows; the checks report a template with more. */
        public static final int MOST = 10_000;

        private final String sectionText;
        private final String entryText;
        private final int sections;
        private final int entries;
        private final ResolvedTemplate template;
        private int number;
        private int ordinal;

        private Blank(ResolvedTemplate template) {
            this.template = template;
            var spec = template.placeholders();
            var inSections = template.sections().isPresent();
            entries = Math.clamp(spec.map(s -> s.getEntryCount()).orElse(1), 1, MOST);
            sections = inSections
                    ? Math.clamp(spec.map(s -> s.getSectionCount()).orElse(1), 1, Math.max(1, MOST / entries))
                    : 0;
            sectionText = spec.map(s -> s.getSectionText()).orElse("....");
            entryText = spec.map(s -> s.getEntryText()).orElse("");
            ordinal = inSections ? entries : 0;
        }

        @Override
        public Line next() {
            if (ordinal < entries) {
                return new Row(++ordinal, entry(), true);
            }
            if (number < sections) {
                ordinal = 0;
                return new Heading(++number, sectionText, sectionText, null);
            }
            return null;
        }

        private Entry entry() {
            var entry = BieumauFactory.eINSTANCE.createEntry();
            var column = template.ordinalIn().or(template::titleColumn);
            if (column.isPresent() && !entryText.isEmpty()) {
                var cell = BieumauFactory.eINSTANCE.createCell();
                cell.setColumn(column.get().source());
                cell.setValue(Entries.text(entryText));
                entry.getCells().add(cell);
            }
            return entry;
        }
    }
}
