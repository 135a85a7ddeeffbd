/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.quickfix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.dsl.ide.internal.quickfix.QuickFix;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.document.FileEdits;
import org.eclipse.xtext.resource.XtextResource;

/**
 * The edit of a quick fix in another file than the one with the problem.
 *
 * @param text the text of the other file that the edit is for; it is not applied to another text
 */
record EditElsewhere(Path file, String text, TextEdit edit) {

    /** @param resource the file with the problem */
    static EditElsewhere of(QuickFix fix, XtextResource resource) {
        var other = (XtextResource) resource.getResourceSet().getResource(fix.file(), true);
        return new EditElsewhere(
                Path.of(fix.file().toFileString()),
                other.getParseResult().getRootNode().getText(),
                fix.edit());
    }

    /** Edits the other file. Returns false if it has changed in the meantime. */
    boolean apply() {
        try {
            if (!CheckedFile.text(file).equals(text)) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        FileEdits.apply(file, List.of(edit));
        return true;
    }
}
