/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bieumau.core.internal.prose.ProseParagraph;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.text.Span;
import org.bieumau.model.Addressee;
import org.bieumau.model.AddresseeGroup;
import org.bieumau.model.AddresseeItem;
import org.eclipse.emf.ecore.EObject;

/**
 * Lays out the addressees: a single one on the line of the label; else each addressee or group on a line of its own
 * (ND30, Phụ lục I, II.9).
 */
final class Addressees {

    private final DocumentSetting setting;
    private final ResolvedDocument document;

    Addressees(DocumentSetting setting) {
        this.setting = setting;
        this.document = setting.document();
    }

    void add(List<Block> blocks) {
        var items = document.addresseeItems();
        if (items.isEmpty()) {
            return;
        }
        var label = setting.label(Component.ADDRESSEE, setting.textOfType(Key.ADDRESSEE_LABEL));
        if (items.size() == 1 && items.getFirst() instanceof Addressee addressee) {
            var spans = new ArrayList<>(label);
            spans.add(Span.of(" " + name(addressee)));
            blocks.add(new Paragraph(Component.ADDRESSEE, spans, addressee));
            return;
        }
        blocks.add(new Paragraph(Component.ADDRESSEE, label, document.document()).keptWithNext());
        var lines = new ArrayList<SideItem>();
        for (var item : items) {
            add(item, setting.text(item == items.getLast() ? Key.ADDRESSEE_LAST_END : Key.ADDRESSEE_ITEM_END), lines);
        }
        blocks.add(new SideBySide(List.of(), lines, setting.percent(Key.ADDRESSEES_LEFT_PERCENT)));
        blocks.add(new Line(0, 6));
    }

    /**
     * Adds the lines of an addressee or group: a group with common words on one line; one without them on a line for
     * each member, with the note after a brace.
     */
    private void add(AddresseeItem item, String end, List<SideItem> lines) {
        switch (item) {
            case Addressee addressee -> lines.add(line(name(addressee) + end, addressee));
            case AddresseeGroup group
            when group.getLead() != null ->
                lines.add(line(group.getLead() + ": " + names(group) + note(group) + end, group));
            case AddresseeGroup group
            when group.getNote() != null && !group.getMembers().isEmpty() ->
                lines.add(new Braced(
                        group.getMembers().stream()
                                .map(member -> line(name(member), member))
                                .toList(),
                        Paragraph.of(Component.ADDRESSEE_ITEM, "(" + group.getNote() + ")" + end, group)));
            case AddresseeGroup group -> {
                for (var member : group.getMembers()) {
                    var last = member == group.getMembers().getLast();
                    lines.add(line(name(member) + (last ? end : setting.text(Key.ADDRESSEE_ITEM_END)), member));
                }
            }
            default -> throw new IllegalArgumentException(item.eClass().getName());
        }
    }

    private Paragraph line(String text, EObject source) {
        return Paragraph.of(Component.ADDRESSEE_ITEM, setting.text(Key.ADDRESSEE_ITEM) + text, source);
    }

    private static String note(AddresseeGroup group) {
        return group.getNote() == null ? "" : " (" + group.getNote() + ")";
    }

    /**
     * Returns the names of the members without the words that the lead already says: after «Các Sở», «Sở» is left out.
     */
    private String names(AddresseeGroup group) {
        var common = group.getLead().replaceFirst("(?iu)^(các|những)\\s+", "").toLowerCase(Locale.of("vi")) + " ";
        var names = group.getMembers().stream().map(this::name).toList();
        var repeated = names.stream()
                .allMatch(name -> name.toLowerCase(Locale.of("vi")).startsWith(common));
        return names.stream()
                .map(name -> repeated ? name.substring(common.length()) : name)
                .collect(Collectors.joining(", "));
    }

    private String name(Addressee addressee) {
        if (addressee.getLine() != null) {
            return new ProseReader(document.scope())
                    .readParagraphs(addressee.getLine()).stream()
                            .map(ProseParagraph::text)
                            .collect(Collectors.joining(" "));
        }
        var name = addressee.getAgency() != null ? addressee.getAgency().getTitle() : addressee.getText();
        return name == null ? "" : name;
    }
}
