/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResolvedTemplateTest {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;

    private final FormTemplate base = MODEL.createFormTemplate();
    private final FormTemplate overlay = MODEL.createFormTemplate();
    private final Column a = column("a");
    private final Column b = column("b");
    private final Column c = column("c");
    private final ColumnGroup group = MODEL.createColumnGroup();

    @BeforeEach
    void build() {
        group.setName("g");
        group.getItems().add(b);
        group.getItems().add(c);
        base.setTitle("Gốc");
        base.getItems().add(a);
        base.getItems().add(group);
        overlay.setBase(base);
    }

    private static Column column(String name) {
        var column = MODEL.createColumn();
        column.setName(name);
        return column;
    }

    private String tree() {
        return ResolvedTemplate.of(overlay).items().stream()
                .map(ResolvedTemplateTest::tree)
                .collect(Collectors.joining(" "));
    }

    private static String tree(ResolvedTemplate.Item item) {
        return switch (item) {
            case ResolvedTemplate.Leaf leaf -> leaf.name() + leaf.index();
            case ResolvedTemplate.Group g ->
                g.name() + "("
                        + g.items().stream().map(ResolvedTemplateTest::tree).collect(Collectors.joining(" ")) + ")";
        };
    }

    private void drop(ColumnItem item) {
        var drop = MODEL.createDropItem();
        drop.setTarget(item);
        overlay.getChanges().add(drop);
    }

    private void move(ColumnItem item, Position position, ColumnItem anchor) {
        var move = MODEL.createMoveItem();
        move.setTarget(item);
        move.setPosition(position);
        move.setAnchor(anchor);
        overlay.getChanges().add(move);
    }

    @Test
    void anOverlayWithoutChangesEqualsItsBase() {
        assertEquals("a0 g(b1 c2)", tree());
        assertEquals("Gốc", ResolvedTemplate.of(overlay).title());
        assertEquals(2, ResolvedTemplate.of(overlay).depth());
    }

    @Test
    void droppingAColumnRenumbersTheOthers() {
        drop(a);
        assertEquals("g(b0 c1)", tree());
        assertTrue(ResolvedTemplate.of(overlay).column(a).isEmpty());
    }

    @Test
    void groupsWithoutColumnsAreRemoved() {
        drop(b);
        drop(c);
        assertEquals("a0", tree());
    }

    @Test
    void columnsMoveNextToAndIntoOthers() {
        move(a, Position.AFTER, group);
        assertEquals("g(b0 c1) a2", tree());
        move(a, Position.INSIDE, group);
        assertEquals("g(b0 c1 a2)", tree());
        move(c, Position.BEFORE, b);
        assertEquals("g(c0 b1 a2)", tree());
    }

    @Test
    void groupsDoNotMoveIntoThemselves() {
        move(group, Position.INSIDE, group);
        move(group, Position.AFTER, b);
        assertEquals("a0 g(b1 c2)", tree());
    }

    @Test
    void columnsAreRenamedAndAdded() {
        var rename = MODEL.createRenameItem();
        rename.setTarget(a);
        rename.setName("x");
        rename.setTitle("Mới");
        overlay.getChanges().add(rename);
        var add = MODEL.createAddItem();
        add.setItem(column("d"));
        add.setPosition(Position.BEFORE);
        add.setAnchor(c);
        overlay.getChanges().add(add);
        overlay.getItems().add(column("e"));
        assertEquals("x0 g(b1 d2 c3) e4", tree());
        assertEquals("Mới", ResolvedTemplate.of(overlay).columns().getFirst().title());
    }

    @Test
    void cyclesOfBasesAreNotFollowed() {
        base.setBase(overlay);
        assertEquals("a0 g(b1 c2)", tree());
    }
}
