/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.examples.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The text editor in the workbench. */
class TextEditorTest {

    @RegisterExtension
    final Studio studio = new Studio();

    @Test
    void eachRealDocumentOpensWithoutErrors() throws Exception {
        var project = studio.examples();
        for (var name : Examples.DOCUMENTS) {
            var editor = Studio.text(studio.open(project.getFile(name + ".bieu")));
            var errors = Studio.open(editor).problems().stream().filter(issue -> issue.getSeverity() == org.eclipse.xtext.diagnostics.Severity.ERROR).toList();
            assertEquals(List.of(), errors, name);
            studio.shot("nguon-" + name);
        }
    }
}
