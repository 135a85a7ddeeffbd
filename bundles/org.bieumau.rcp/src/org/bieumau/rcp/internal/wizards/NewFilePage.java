/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the content and the place of a new file. */
final class NewFilePage extends WizardPage {

    private final NewFile kind;
    private final IStructuredSelection selection;
    private final Map<String, Text> fields = new LinkedHashMap<>();
    private FilePlace place;

    NewFilePage(NewFile kind, IStructuredSelection selection) {
        super(kind.id());
        this.kind = kind;
        this.selection = selection;
        setTitle(RcpMessages.ALL.text("new." + kind.id()));
        setDescription(RcpMessages.ALL.text("new." + kind.id() + ".tip"));
    }

    @Override
    public void createControl(Composite parent) {
        var area = CreationWizard.area(parent);
        kind.fields().forEach(key -> fields.put(key, CreationWizard.field(area, "field." + key)));
        var line = new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        place = new FilePlace(area, selection, this::check);
        var first = fields.get(kind.fields().getFirst());
        first.addListener(SWT.Modify, event -> place.suggest(first.getText()));
        fields.values().forEach(text -> text.addListener(SWT.Modify, event -> check()));
        setControl(area);
        setPageComplete(false);
    }

    private void check() {
        setErrorMessage(place.problem());
        setPageComplete(place.problem() == null
                && place.isNamed()
                && !fields.get(kind.fields().getFirst()).getText().isBlank());
    }

    FilePlace place() {
        return place;
    }

    /** Returns the values of the fields by their keys; an empty field has the value of its example. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields.forEach((key, text) -> values.put(
                key, text.getText().isBlank() ? RcpMessages.ALL.text("field." + key + ".example") : text.getText()));
        return values;
    }
}
