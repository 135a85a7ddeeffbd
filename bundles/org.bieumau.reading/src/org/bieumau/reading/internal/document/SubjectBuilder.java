/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.TypeNames;
import org.bieumau.reading.internal.values.ProperCase;

/** Reads the subject: lines below the type, or those of a letter below its number. */
final class SubjectBuilder {

    private final Draft draft;
    private final ProperCase names;

    SubjectBuilder(Draft draft, ProperCase names) {
        this.draft = draft;
        this.names = names;
    }

    void build() {
        var lines = new ArrayList<StyledText>();
        var type = draft.text().lines(draft.part(), Role.TYPE_NAME);
        if (!type.isEmpty()) {
            var rest = TypeNames.rest(type.getFirst().text(), draft.document().getType());
            if (!rest.isEmpty()) {
                lines.add(plain(rest));
            }
            add(Role.SUBJECT, Component.SUBJECT, lines);
            draft.leave(draft.text().lines(draft.part(), Role.LETTER_SUBJECT));
        } else {
            add(Role.LETTER_SUBJECT, Component.LETTER_SUBJECT, lines);
            if (!lines.isEmpty()) {
                lines.set(0, lowered(withoutLabel(lines.getFirst())));
            }
            lines.removeIf(StyledText::isEmpty);
        }
        set(lines);
    }

    private void add(Role role, Component component, List<StyledText> lines) {
        draft.text().lines(draft.part(), role).stream()
                .map(line -> StyledText.of(line.paragraph(), draft.look(component), new ArrayDeque<>()))
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
    }

    private static StyledText plain(String text) {
        return new StyledText(text, new byte[text.length()], List.of());
    }

    /** Returns the first line of the subject of a letter without <code>V/v</code> or what the profile prints there. */
    private StyledText withoutLabel(StyledText line) {
        var label = draft.rule(Key.LETTER_SUBJECT_LABEL).strip();
        var text = VietnameseText.fold(line.text());
        for (var each : List.of(label, "V/v", "V / v", "Về việc")) {
            if (!each.isEmpty()
                    && (!each.equals("Về việc") || label.isEmpty() || !label.equals(each))
                    && text.startsWith(VietnameseText.fold(each))) {
                var rest = line.substring(Math.min(each.length(), line.text().length()))
                        .strip();
                return rest.withoutStart(":");
            }
        }
        return line;
    }

    /**
     * Returns a subject that begins in lower case, unless its first word is a name. A profile without a label before
     * the subject prints its first letter as a capital.
     */
    private StyledText lowered(StyledText line) {
        if (!draft.rule(Key.LETTER_SUBJECT_LABEL).isBlank() || line.isEmpty()) {
            return line;
        }
        var word = line.text().split(" ")[0];
        var lower = word.toLowerCase(VietnameseText.LOCALE);
        return names.isWritten(lower)
                ? new StyledText(lower + line.text().substring(word.length()), line.styles(), line.notes())
                : line;
    }

    private void set(List<StyledText> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var first = lines.getFirst();
        if (lines.size() == 1 && first.text().indexOf('*') < 0 && first.notes().isEmpty()) {
            draft.document().setSubject(RunBuilder.marked(first));
        } else {
            draft.document().setSubjectLines(RunBuilder.prose(lines));
        }
    }
}
