/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.document;

import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;

/** Reads an appendix: its title, its pages and its text. */
final class AppendixBuilder {

    private final Draft draft;
    private final int part;
    private final FormBuilder forms;

    AppendixBuilder(Draft draft, int part, FormBuilder forms) {
        this.draft = draft;
        this.part = part;
        this.forms = forms;
    }

    void build() {
        var appendix = BieumauFactory.eINSTANCE.createAppendix();
        appendix.setName("PhụLục" + (draft.document().getAttachments().size() + 1));
        appendix.setTitle(String.join(
                " ",
                draft.text().lines(part, Role.APPENDIX_TITLE).stream()
                        .map(Line::text)
                        .toList()));
        page(draft.text().sections(), appendix);
        new BodyBuilder(draft, new TableBuilder(draft, forms))
                .build(draft.text().part(part))
                .ifPresent(appendix::setBody);
        var attachment = BieumauFactory.eINSTANCE.createAttachment();
        attachment.setAppendix(appendix);
        draft.document().getAttachments().add(attachment);
        draft.leave(draft.text()
                .lines()
                .filter(line -> line.part() == part && isOfLetter(line.role()))
                .toList());
        draft.leave(draft.text().lines(part, Role.APPENDIX_REFERENCE).stream()
                .filter(line -> !isReference(draft, line))
                .toList());
    }

    private void page(List<PageStart> sections, org.bieumau.model.Appendix appendix) {
        var section = draft.text().part(part).getFirst().seat().section();
        if (section < sections.size()) {
            var page = sections.get(section).page();
            if (page.landscape()) {
                appendix.setOrientation(Orientation.LANDSCAPE);
            }
            if (page.paper() == PaperSize.A3) {
                appendix.setPaper(PaperSize.A3);
            }
        }
    }

    /** Returns whether a role is one of letterheads and feet, which appendices do not have. */
    private static boolean isOfLetter(Role role) {
        return role.component().isPresent()
                && !role.isText()
                && role != Role.FOOTNOTE
                && role.compareTo(Role.APPENDIX_LABEL) < 0;
    }

    /** Returns whether a line is the reference to the document that the layout prints. */
    static boolean isReference(Draft draft, Line line) {
        var document = ResolvedDocument.of(draft.document());
        var printed = document.reference(Symbols.reference(document, draft.profile()))
                .line(draft.profile(), document.day(draft.profile()));
        return VietnameseText.fold(printed).equals(VietnameseText.fold(line.text()));
    }
}
