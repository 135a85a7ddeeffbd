/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.profile.Component;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoleFinder;
import org.bieumau.reading.internal.role.RoledText;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles of the lines of our exports, found without their styles, are those that the styles name. */
class RolesTest {

    @TempDir
    private static Path folder;

    private final Map<String, Component> styles = new HashMap<>();

    RolesTest() {
        var names = ResourceBundle.getBundle("org.bieumau.docx.internal.styles");
        for (var component : Component.values()) {
            styles.put(VietnameseText.nfc(names.getString(component.name())), component);
        }
    }

    @Test
    void rolesOfExamplesAreThoseOfTheirStyles() throws Exception {
        Examples.copyTo(folder);
        var wrong = new TreeMap<String, Integer>();
        var lines = 0;
        for (var name : Examples.NAMES) {
            var file = BieuFile.open(folder.resolve(name + ".bieu"));
            for (var element : file.elements()) {
                if (element instanceof Document document) {
                    var exported = folder.resolve(document.getName() + ".docx");
                    file.export(document, exported);
                    lines += compare(exported, wrong);
                }
            }
        }
        assertEquals(Map.of(), wrong);
        assertTrue(lines > 600, "lines: " + lines);
    }

    private int compare(Path file, Map<String, Integer> wrong) throws Exception {
        var text = RoleFinder.find(SourceFile.items(file, Registry.installed(), Progress.NONE));
        var lines = text.lines()
                .filter(line -> !line.text().isEmpty() && !isOfForm(text, line))
                .toList();
        for (var line : lines) {
            var style = styles.get(line.paragraph().setting().style());
            if (line.role().component().orElse(null) != style) {
                wrong.merge(style + " as " + line.role() + ": " + line.text(), 1, Integer::sum);
            }
        }
        return lines.size();
    }

    /** The lines around the table of a form are read with the form. */
    private boolean isOfForm(RoledText text, Line line) {
        var style = styles.get(line.paragraph().setting().style());
        return style != null && style.name().startsWith("FORM_")
                || line.part() > 0
                        && text.lines(line.part(), Role.APPENDIX_LABEL).isEmpty()
                        && text.lines(line.part(), Role.COPY_FORM).isEmpty();
    }
}
