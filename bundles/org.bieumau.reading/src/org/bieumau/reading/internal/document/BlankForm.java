/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Section;

/** Recognises forms that nobody has filled in: they have only the rows that the template leaves to be filled in. */
final class BlankForm {

    private BlankForm() {}

    /** Marks a form as blank and removes its rows if they are those that the template prints for a blank form. */
    static void mark(Form form) {
        var spec = ResolvedTemplate.of(form.getTemplate()).placeholders().orElse(null);
        var entries = Stream.concat(
                        form.getEntries().stream(),
                        form.getSections().stream().flatMap(section -> section.getEntries().stream()))
                .toList();
        var lists = form.getSections().isEmpty()
                ? List.of(form.getEntries().size())
                : form.getSections().stream()
                        .map(section -> section.getEntries().size())
                        .toList();
        if (spec == null
                || !form.getLeftovers().isEmpty()
                || form.getSections().size() != spec.getSectionCount()
                || !lists.stream().allMatch(count -> count == spec.getEntryCount())
                || !entries.stream().allMatch(BlankForm::isOpen)
                || !form.getSections().stream().allMatch(section -> isOpen(section, spec.getSectionText()))) {
            return;
        }
        form.setBlank(true);
        form.getSections().clear();
        form.getEntries().clear();
        form.getSources().clear();
    }

    private static boolean isOpen(Entry entry) {
        return entry.getCells().isEmpty() && (entry.getTitle() == null || isOpen(entry.getTitle()));
    }

    private static boolean isOpen(Section section, String text) {
        return section.getTerm() == null && (section.getTitle().equals(text) || isOpen(section.getTitle()));
    }

    private static boolean isOpen(String text) {
        return text.chars().noneMatch(Character::isLetterOrDigit);
    }
}
