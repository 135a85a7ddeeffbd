/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we export keeps the decree: a finding is one that the text in the language has, too. */
class ExamplesTest {

    @TempDir
    private Path folder;

    @Test
    void documentsOfTheTestsHaveNoFindings() throws Exception {
        for (var file : new Fixture(folder).documents().values()) {
            assertEquals(
                    List.of(),
                    Fixture.check(file).findings().stream()
                            .map(finding -> finding.problem().toString())
                            .toList());
        }
    }

    @Test
    void examplesHaveNoFindingsButThoseOfTheirTexts() throws Exception {
        Examples.copyTo(folder);
        var unexpected = new ArrayList<String>();
        var checked = 0;
        for (var name : Examples.NAMES) {
            var file = BieuFile.open(folder.resolve(name + ".bieu"));
            var known = new TreeSet<String>();
            file.problems().stream().map(Problem::code).forEach(known::add);
            for (var element : file.elements()) {
                if (element instanceof Document document) {
                    var exported = folder.resolve(document.getName() + ".docx");
                    file.export(document, exported);
                    checked++;
                    for (var finding : Fixture.check(exported).findings()) {
                        if (!known.contains(finding.problem().code())
                                && finding.problem().severity() != Severity.INFO) {
                            unexpected.add(finding.problem().toString());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), unexpected);
        assertTrue(checked > 25, "documents: " + checked);
    }
}
