/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.quickfix;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.MissingRows;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.ide.internal.table.TableCommands;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.Form;
import org.bieumau.model.Section;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;

/** Adds the printed rows that a form does not fill in, ready for their values. */
final class MissingRowsFix {

    private MissingRowsFix() {}

    /** @param place the form or section of the problem */
    static List<QuickFix> of(EObject place, XtextResource resource, String text) {
        var form = EcoreUtil2.getContainerOfType(place, Form.class);
        if (form == null || form.getTemplate() == null || form.getTemplate().eIsProxy()) {
            return List.of();
        }
        var rows = new ArrayList<GivenRow>();
        for (var missing : MissingRows.of(form, ResolvedTemplate.of(form.getTemplate()))) {
            if (missing.place() == place) {
                rows.addAll(missing.rows());
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        var section = place instanceof Section each ? form.getSections().indexOf(each) : -1;
        try {
            var edits = new TableCommands(resource, form.getName()).addPrinted(section, rows);
            return List.of(new QuickFix(
                    IdeMessages.ALL.text("fix.rows", rows.size()),
                    TextEdit.between(text, TextEdit.apply(edits, text))));
        } catch (RefusedException e) {
            return List.of();
        }
    }
}
