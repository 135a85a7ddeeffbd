/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Indicator;
import org.bieumau.model.Section;
import org.eclipse.emf.ecore.EObject;

/**
 * Iterates over the rows that are printed with a form, whether they are filled in or not, and the rows that the form
 * adds to them. Lists of a section follow its heading. The other lists are at the beginning, or in each section of the
 * form.
 */
final class PrintedRows implements FormRows {

    /** The rows of a form that fill in printed ones or are added to them. */
    private static final class Filled {

        private final Map<Indicator, Entry> byIndicator = new IdentityHashMap<>();
        private final Map<Indicator, List<Entry>> below = new IdentityHashMap<>();
        private final List<Entry> added = new ArrayList<>();

        void add(List<Entry> entries) {
            for (var entry : entries) {
                if (entry.getIndicator() != null) {
                    byIndicator.putIfAbsent(entry.getIndicator(), entry);
                } else if (entry.getParent() != null) {
                    below.computeIfAbsent(entry.getParent(), key -> new ArrayList<>())
                            .add(entry);
                } else {
                    added.add(entry);
                }
            }
        }
    }

    private final ResolvedTemplate template;
    private final boolean blank;
    private final List<Line> lines = new ArrayList<>();
    private final Iterator<Line> next;
    private int number;

    /** @param form the filled form; null for a blank one */
    PrintedRows(Form form, ResolvedTemplate template) {
        this.template = template;
        blank = form == null;
        var plain = new Filled();
        var sections = blank ? List.<Section>of() : Applicable.sections(form);
        if (!blank) {
            plain.add(Applicable.plainEntries(form));
        }
        var shared = new ArrayList<GivenRows.Block>();
        var own = new ArrayList<GivenRows.Block>();
        template.givenRows().blocks().forEach(block -> (block.section().isPresent() ? own : shared).add(block));
        if (!shared.isEmpty()) {
            addShared(shared, own, plain, sections);
        }
        for (var block : own) {
            var filled = new Filled();
            sections.stream()
                    .filter(section -> isOf(section, block))
                    .forEach(section -> filled.add(Applicable.entries(section)));
            filled.byIndicator.putAll(plain.byIndicator);
            filled.below.putAll(plain.below);
            heading(block.section().orElseThrow(), block.source());
            rows(block.rows(), filled);
            rows(filled.added);
        }
        for (var section : sections) {
            if (shared.isEmpty() && own.stream().noneMatch(block -> isOf(section, block))) {
                heading(FormRows.name(section), section);
                rows(Applicable.entries(section));
            }
        }
        if (shared.isEmpty()) {
            rows(plain.added);
        }
        next = lines.iterator();
    }

    private void addShared(
            List<GivenRows.Block> shared, List<GivenRows.Block> own, Filled plain, List<Section> sections) {
        var others = sections.stream()
                .filter(section -> own.stream().noneMatch(block -> isOf(section, block)))
                .toList();
        if (others.isEmpty()) {
            shared.forEach(block -> rows(block.rows(), plain));
            rows(plain.added);
        }
        for (var section : others) {
            var filled = new Filled();
            filled.add(Applicable.entries(section));
            heading(FormRows.name(section), section);
            shared.forEach(block -> rows(block.rows(), filled));
            rows(filled.added);
        }
    }

    private static boolean isOf(Section section, GivenRows.Block block) {
        return section.getTerm() != null
                ? section.getTerm() == block.source().getTerm()
                : section.getTitle() != null
                        && Objects.equals(section.getTitle(), block.source().getSectionTitle());
    }

    private void heading(String name, EObject source) {
        lines.add(new Heading(
                ++number, name, FormRows.heading(name, template.sections().orElse(null)), source));
    }

    private void rows(List<GivenRow> rows, Filled filled) {
        for (var row : rows) {
            var entry = filled.byIndicator.get(row.source());
            lines.add(new Row(
                    0,
                    entry != null ? entry : empty(row),
                    blank,
                    row,
                    row.isCounted() && !row.source().isHeading()));
            rows(row.children(), filled);
            rows(
                    filled.below.getOrDefault(row.source(), List.of()),
                    row.isCounted() && row.source().isHeading());
        }
    }

    private void rows(List<Entry> added) {
        rows(added, true);
    }

    private void rows(List<Entry> added, boolean isCounted) {
        var ordinal = 0;
        for (var entry : added) {
            lines.add(new Row(++ordinal, entry, false, null, isCounted));
        }
    }

    /** Returns the content of a printed row that is not filled in. */
    static Entry empty(GivenRow row) {
        var entry = BieumauFactory.eINSTANCE.createEntry();
        entry.setIndicator(row.source());
        return entry;
    }

    List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    @Override
    public Line next() {
        return next.hasNext() ? next.next() : null;
    }
}
