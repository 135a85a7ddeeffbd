/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.registry.Registry;
import org.bieumau.model.Document;
import org.eclipse.xtext.EcoreUtil2;
import org.junit.jupiter.api.Test;

/** Tests how addressees and groups of addressees are printed. */
class AddresseesTest {

    private static Document document(String addressees) {
        var resource = Bieu.resource(Bieu.TEMPLATE + """
                cơ quan NộiVụ "Sở Nội vụ" { }
                công văn C {
                    cơ quan ban hành Sở   trích yếu "x"   kính gửi %s
                    nội dung '''
                        Y.
                    '''
                }
                """.formatted(addressees));
        assertEquals(List.of(), resource.getErrors());
        return EcoreUtil2.getAllContentsOfType(resource.getContents().get(0), Document.class)
                .getFirst();
    }

    private static List<String> lines(String addressees) throws Exception {
        var lines = new ArrayList<String>();
        var profile = Registry.installed().profile("nd30").orElseThrow();
        try (var blocks = Layout.of(document(addressees), profile).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Paragraph paragraph && paragraph.component() == Component.ADDRESSEE) {
                    lines.add(paragraph.text());
                } else if (block instanceof SideBySide sides && !lines.isEmpty() && lines.size() == 1) {
                    sides.rows().getFirst().columns().getLast().forEach(item -> lines.add(text(item)));
                }
            }
        }
        return lines;
    }

    private static String text(SideItem item) {
        return item instanceof Braced braced
                ? String.join(
                                " | ",
                                braced.lines().stream().map(Paragraph::text).toList()) + " } "
                        + braced.note().text()
                : ((Paragraph) item).text();
    }

    @Test
    void groupWithCommonWordsIsOneLine() throws Exception {
        assertEquals(
                List.of("Kính gửi:", "- Bộ Tài chính;", "- Các Sở: Nội vụ, Xây dựng (để phối hợp);", "- Hội Luật gia."),
                lines(
                        "\"Bộ Tài chính\", nhóm \"Các Sở\" { NộiVụ \"Sở Xây dựng\" } (\"để phối hợp\"), \"Hội Luật gia\""));
        // «Phòng» is not what the lead says, so the names are printed in full.
        assertEquals(
                List.of("Kính gửi:", "- Các đơn vị: Phòng Tổ chức, Phòng Tài vụ."),
                lines("nhóm \"Các đơn vị\" { \"Phòng Tổ chức\", \"Phòng Tài vụ\" }"));
    }

    @Test
    void groupWithoutCommonWordsHasItsNoteAfterABrace() throws Exception {
        assertEquals(
                List.of("Kính gửi:", "- Sở Nội vụ | - Sở Xây dựng } (để báo cáo);", "- Hội Luật gia."),
                lines("nhóm { NộiVụ \"Sở Xây dựng\" } (\"để báo cáo\"), \"Hội Luật gia\""));
        assertEquals(List.of("Kính gửi:", "- Sở Nội vụ;", "- Sở Xây dựng."), lines("nhóm { NộiVụ \"Sở Xây dựng\" }"));
    }

    @Test
    void singleAddresseeStaysOnTheLineOfTheLabel() throws Exception {
        assertEquals(List.of("Kính gửi: Sở Nội vụ"), lines("NộiVụ"));
    }

    @Test
    void membersOfAGroupAreAddressees() {
        var document = ResolvedDocument.of(document("\"A\", nhóm \"Các Sở\" { NộiVụ \"Sở Xây dựng\" }"));
        assertEquals(3, document.addressees().size());
    }
}
