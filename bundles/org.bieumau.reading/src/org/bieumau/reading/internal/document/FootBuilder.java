/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Recipient;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;

/** Reads recipients and the archive line. */
final class FootBuilder {

    private static final Pattern NOTE = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)");
    private static final Pattern ARCHIVE = Pattern.compile("(?iu)[-–]?\\s*lưu\\s*:?\\s*(.*)");
    private static final Pattern UNIT = Pattern.compile("\\p{L}[\\p{L}\\d_]*");
    private static final Pattern COPIES = Pattern.compile("(.*?)\\s*\\((\\d+)(?: bản)?\\)");

    private final Draft draft;

    FootBuilder(Draft draft) {
        this.draft = draft;
    }

    void build() {
        var lines =
                draft.text().lines().filter(line -> line.part() == draft.part()).toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            switch (line.role()) {
                case RECIPIENTS_LABEL -> label(line);
                case RECIPIENT, RECIPIENTS_NOTE -> {
                    var inner = line.seat().inner();
                    var group = lines.subList(i, lines.size()).stream()
                            .takeWhile(each -> inner > 0 && each.seat().inner() == inner)
                            .toList();
                    if (group.isEmpty()) {
                        recipient(line);
                    } else {
                        group(group);
                        i += group.size() - 1;
                    }
                }
                case ARCHIVE -> archive(line);
                case DRAFTER -> drafter(line);
                default -> {}
            }
        }
    }

    /** Text after the label on its line is a recipient. */
    private void label(Line line) {
        var rest = line.text().replaceFirst("(?iu)^nơi nhận\\s*:?\\s*", "");
        for (var each : rest.split("\\s*;\\s*")) {
            if (!each.isBlank()) {
                draft.document().getRecipients().add(recipient(styled(each)));
            }
        }
    }

    private StyledText styled(Line line) {
        return StyledText.of(line.paragraph(), draft.look(Component.RECIPIENT), new ArrayDeque<>());
    }

    private static StyledText styled(String text) {
        return new StyledText(text, new byte[text.length()], List.of());
    }

    private void recipient(Line line) {
        var text = line.paragraph().label().isBlank()
                ? styled(line)
                : styled(line.paragraph().label() + " ").append(styled(line));
        var recipient = recipient(item(text));
        if (recipient.getText() != null) {
            draft.document().getRecipients().add(recipient);
        }
    }

    private static StyledText item(StyledText text) {
        return text.withoutStart("-").withoutStart("–").withoutStart("+").withoutEnd(";.,");
    }

    private static Recipient recipient(StyledText text) {
        var recipient = BieumauFactory.eINSTANCE.createRecipient();
        var noted = NOTE.matcher(text.text());
        if (noted.matches()) {
            recipient.setText(RunBuilder.marked(text.substring(0, noted.end(1))));
            recipient.setNote(RunBuilder.marked(text.substring(noted.start(2), noted.end(2))));
        } else if (!text.isEmpty()) {
            recipient.setText(RunBuilder.marked(text));
        }
        return recipient;
    }

    /** Recipients with a note beside a brace. */
    private void group(List<Line> lines) {
        var group = BieumauFactory.eINSTANCE.createRecipientGroup();
        for (var line : lines) {
            if (line.role() == Role.RECIPIENTS_NOTE) {
                var text = item(styled(line)).withoutStart("(").withoutEnd(")");
                group.setNote(RunBuilder.marked(text));
            } else {
                group.getMembers().add(recipient(item(styled(line))));
            }
        }
        draft.document().getRecipients().add(group);
    }

    /** A line whose units are no codes, such as the name of an office, is a recipient like others. */
    private void archive(Line line) {
        var text = styled(line);
        var rest = text.withoutEnd(";.,");
        var archive = BieumauFactory.eINSTANCE.createArchive();
        var copies = COPIES.matcher(rest.text());
        if (copies.matches()) {
            archive.setCopies(Integer.valueOf(copies.group(2)));
            rest = rest.substring(0, copies.end(1));
        }
        var raised = rest.text().length();
        while (raised > 0 && (rest.styles()[raised - 1] & StyledText.SUPERSCRIPT) != 0) {
            raised--;
        }
        var drafter = rest.text().substring(raised);
        archive.setDrafter(drafter.isEmpty() ? null : drafter);
        var found = ARCHIVE.matcher(rest.text().substring(0, raised));
        var units = found.matches() ? List.of(found.group(1).strip().split("\\s*,\\s*")) : List.<String>of();
        if (draft.document().getArchive() == null
                && !units.isEmpty()
                && units.stream().allMatch(unit -> UNIT.matcher(unit).matches())) {
            archive.getUnits().addAll(units);
            draft.document().setArchive(archive);
        } else {
            draft.document().getRecipients().add(recipient(item(text)));
        }
    }

    /** A line such as <code>ABC-268</code>, below the archive line. */
    private void drafter(Line line) {
        var archive = draft.document().getArchive();
        var pattern = Pattern.quote(draft.rule(Key.DRAFTER))
                .replace("{người soạn}", "\\E(.*?)\\Q")
                .replace("{bản}", "\\E(\\d*)\\Q");
        var found = Pattern.compile(pattern).matcher(VietnameseText.nfc(line.text()));
        var whole = found.matches() ? found : Pattern.compile(pattern).matcher(line.text() + "-");
        if (archive == null || draft.rule(Key.DRAFTER).isEmpty() || !whole.matches()) {
            draft.leave(List.of(line));
            return;
        }
        archive.setDrafter(whole.group(1).isEmpty() ? null : whole.group(1));
        archive.setCopies(whole.group(2).isEmpty() ? null : Integer.valueOf(whole.group(2)));
    }
}
