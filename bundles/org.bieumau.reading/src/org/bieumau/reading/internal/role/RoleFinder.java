/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.List;
import org.bieumau.core.source.SourceItem;

/**
 * Finds the role of each paragraph of a file by its text, its place on the page and its look, whether the office placed
 * it with tables, text boxes, tabs or plain lines. It knows neither templates nor styles, so that it serves for files
 * of any program.
 */
public final class RoleFinder {

    private RoleFinder() {}

    /** Returns all pieces of a file with their roles. */
    public static RoledText find(List<SourceItem> items) {
        var flow = new FlowReader();
        flow.read(items);
        var slots = PartFinder.divide(flow.slots());
        var parts = slots.stream().mapToInt(Slot::part).max().orElse(-1) + 1;
        for (int part = 0; part < parts; part++) {
            var number = part;
            assign(slots.stream().filter(slot -> slot.part() == number).toList(), part);
        }
        return new RoledText(slots.stream().map(Slot::piece).toList(), flow.sections(), flow.skipped());
    }

    private static void assign(List<Slot> slots, int part) {
        if (CopyRoles.isCopy(slots)) {
            CopyRoles.assign(slots);
            return;
        }
        var foot = FootFinder.start(slots);
        var body = part == 0 || HeadRoles.isLetter(slots) ? opening(slots, foot) : AppendixRoles.assign(slots);
        BodyRoles.assign(slots, body, Math.max(body, foot));
        FootRoles.assign(slots.subList(Math.max(body, foot), slots.size()));
    }

    /** Assigns the roles above the text, and returns where the text begins. */
    private static int opening(List<Slot> slots, int foot) {
        var head = HeadRoles.assign(slots, foot);
        var title = TitleRoles.assign(slots, head, foot);
        return OpeningRoles.assign(slots, title, foot);
    }
}
