/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.ComponentPlace;
import org.bieumau.core.profile.ComponentPlace.Region;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the layout emits components in the order and the regions given by the profiles. */
class ComponentOrderTest {

    private static final Set<Component> HEADINGS_OF_APPENDICES =
            EnumSet.of(Component.APPENDIX_TITLE, Component.APPENDIX_REFERENCE);
    /** Length in mm that only lines across the page have. */
    private static final double ACROSS = 160;

    private static final Set<Region> LEFT = EnumSet.of(Region.HEAD_LEFT, Region.FOOT_LEFT);
    private static final Set<Region> RIGHT = EnumSet.of(Region.HEAD_RIGHT, Region.FOOT_RIGHT, Region.TEXT);

    @TempDir
    private Path folder;

    static Stream<String> examples() {
        return Examples.NAMES.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd30", "hd36", "hd05"})
    void everyComponentHasAPlace(String id) {
        var profile = Registry.installed().profile(id).orElseThrow();
        for (var component : Component.values()) {
            assertTrue(profile.place(component).isPresent(), component.name());
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void layoutFollowsTheProfile(String example) throws Exception {
        Examples.copyTo(folder);
        var registry = Registry.load(getClass().getClassLoader());
        var library = new BieuReader(List.of(), registry)
                .read(folder.resolve(example + ".bieu"))
                .library();
        for (var element : library.getElements()) {
            if (element instanceof Document document) {
                for (var profile : List.of(
                        registry.profile("nd30").orElseThrow(),
                        registry.profile("hd36").orElseThrow(),
                        registry.profile("hd05").orElseThrow())) {
                    check(Layout.of(document, profile), document.getSignatures().size() > 1);
                }
            }
        }
    }

    /** @param twoSignatures whether there are signatures on both sides, with the recipients below */
    private static void check(Layout layout, boolean twoSignatures) throws Exception {
        var emitted = new ArrayList<ComponentPlace>();
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                switch (block) {
                    case Block.PageStart start -> {
                        checkOrder(emitted);
                        emitted.clear();
                        start.foot()
                                .forEach(paragraph -> assertEquals(
                                        Region.PAGE_BOTTOM,
                                        place(layout, paragraph).region()));
                    }
                    case Block.PageEnd end ->
                        end.paragraphs()
                                .forEach(paragraph -> assertEquals(
                                        Region.LAST_PAGE_BOTTOM,
                                        place(layout, paragraph).region()));
                    case Block.PageTop top ->
                        assertEquals(
                                Region.PAGE_TOP,
                                places(layout, List.of(top.stamp())).getFirst().region());
                    case Block.SideBySide sides -> {
                        for (var row : sides.rows()) {
                            var left = places(layout, row.columns().getFirst());
                            var right = places(layout, row.columns().getLast());
                            var severalSignatures =
                                    twoSignatures || row.columns().size() > 2;
                            if (!severalSignatures
                                    || left.stream().anyMatch(place -> place.region() == Region.HEAD_LEFT)) {
                                left.forEach(place -> assertTrue(LEFT.contains(place.region()), place::toString));
                                right.forEach(place -> assertTrue(RIGHT.contains(place.region()), place::toString));
                                emitted.addAll(left);
                                emitted.addAll(right);
                            }
                        }
                    }
                    case Block.Line line -> {
                        // A line across the page precedes a copy, which has its own letterhead.
                        if (line.length() > ACROSS) {
                            checkOrder(emitted);
                            emitted.clear();
                        }
                    }
                    case Block.SideItem item -> emitted.addAll(places(layout, List.of(item)));
                    case Block.Chart chart -> emitted.add(place(layout, chart.caption()));
                    case Block.TableStart start -> {}
                    case Block.Row row -> {}
                    case Block.TableEnd end -> {}
                }
            }
        }
        checkOrder(emitted);
    }

    private static void checkOrder(List<ComponentPlace> emitted) {
        for (int i = 1; i < emitted.size(); i++) {
            var before = emitted.get(i - 1);
            var place = emitted.get(i);
            // The text of an appendix follows its heading.
            var appendixBegins = HEADINGS_OF_APPENDICES.contains(before.component()) && place.region() == Region.TEXT;
            // An attached form has a signature of its own below its date.
            var formIsSigned = before.component() == Component.FORM_DATE && place.region() == Region.FOOT_RIGHT;
            assertTrue(
                    appendixBegins || formIsSigned || before.order() <= place.order(),
                    () -> before + " must not precede " + place);
        }
    }

    private static ComponentPlace place(Layout layout, Block.Paragraph paragraph) {
        return place(layout.profile(), paragraph.component());
    }

    private static ComponentPlace place(LayoutProfile profile, Component component) {
        return profile.place(component).orElseThrow();
    }

    private static List<ComponentPlace> places(Layout layout, List<SideItem> items) {
        var places = new ArrayList<ComponentPlace>();
        for (var item : items) {
            switch (item) {
                case Block.Paragraph paragraph -> places.add(place(layout, paragraph));
                case Block.Stamp stamp -> places.add(place(layout.profile(), stamp.component()));
                case Block.Braced braced -> braced.lines().forEach(line -> places.add(place(layout, line)));
                case Block.Line line -> {}
            }
        }
        return places;
    }
}
