/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.define;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bieumau.dsl.ide.internal.document.Definition;
import org.bieumau.dsl.ide.internal.document.Definition.Kind;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for the values of a new definition. It stays open until the definition can be written. */
final class DefinitionDialog extends Dialog {

    private static final int WIDTH = 380;

    private final Kind kind;
    private final Function<Map<String, String>, Optional<String>> check;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private Map<String, String> values = Map.of();
    private Label error;

    /** @param check returns why a definition with these values cannot be written; called off the UI thread */
    DefinitionDialog(Shell parent, Kind kind, Function<Map<String, String>, Optional<String>> check) {
        super(parent);
        this.kind = kind;
        this.check = check;
    }

    Map<String, String> values() {
        return values;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(EditorMessages.ALL.text("define." + kind));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        ((GridLayout) area.getLayout()).numColumns = 2;
        for (var id : kind.fields()) {
            var key = "define." + kind + "." + id;
            new Label(area, SWT.NONE).setText(EditorMessages.ALL.text(key));
            var control = control(area, id, EditorMessages.ALL.text(key + ".example"));
            var data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = WIDTH;
            control.setLayoutData(data);
            controls.put(id, control);
        }
        error = new Label(area, SWT.WRAP);
        error.setForeground(area.getDisplay().getSystemColor(SWT.COLOR_RED));
        var data = new GridData(SWT.FILL, SWT.TOP, true, true, 2, 1);
        data.widthHint = WIDTH;
        data.heightHint = error.computeSize(SWT.DEFAULT, SWT.DEFAULT).y * 2;
        error.setLayoutData(data);
        return area;
    }

    private Control control(Composite area, String id, String example) {
        if (id.equals("type")) {
            var combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
            combo.setItems(Definition.types().toArray(String[]::new));
            combo.setText(example);
            combo.setVisibleItemCount(15);
            return combo;
        }
        var text = new Text(area, SWT.BORDER);
        text.setMessage(example);
        text.addListener(SWT.Modify, event -> changed());
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setText(EditorMessages.ALL.text("define.ok"));
        changed();
    }

    private static String text(Control control) {
        return control instanceof Combo combo ? combo.getText() : ((Text) control).getText();
    }

    private void changed() {
        error.setText("");
        var isComplete = switch (kind) {
            case AGENCY -> isFilled("title");
            case SIGNER -> isFilled("personName") && isFilled("position");
            case CITATION -> isFilled("number") || isFilled("subject");
        };
        var button = getButton(IDialogConstants.OK_ID);
        if (button != null) {
            button.setEnabled(isComplete);
        }
    }

    private boolean isFilled(String id) {
        return !text(controls.get(id)).isBlank();
    }

    @Override
    protected void okPressed() {
        var typed = new LinkedHashMap<String, String>();
        controls.forEach((id, control) -> typed.put(id, text(control)));
        values = typed;
        var shell = getShell();
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        ICoreRunnable run = monitor -> {
            var reason = check.apply(typed);
            shell.getDisplay().asyncExec(() -> {
                if (!shell.isDisposed()) {
                    checked(reason);
                }
            });
        };
        Job.createSystem(EditorMessages.ALL.text("job.page"), run).schedule();
    }

    private void checked(Optional<String> reason) {
        changed();
        reason.ifPresentOrElse(error::setText, super::okPressed);
    }
}
