/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.preferences;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.preference.FontFieldEditor;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/**
 * The preference page of the Studio: its language and appearance, the font of the Source page, whether violations stop
 * an export, and the data sources that the user has agreed to.
 */
public final class StudioPreferences extends PreferencePage implements IWorkbenchPreferencePage {

    private static final String PREFERENCES = "org.bieumau.rcp";
    private static final String STRICT = "export.strict";

    private final UserLanguage language = new UserLanguage();
    private final Map<String, Button> choices = new LinkedHashMap<>();
    private final Map<Appearance, Button> looks = new EnumMap<>(Appearance.class);
    private FontFieldEditor font;
    private Button strict;
    private AllowedDataList allowedData;

    /** Returns whether files with violations of the layout rules are not exported. */
    public static boolean isStrict() {
        return InstanceScope.INSTANCE.getNode(PREFERENCES).getBoolean(STRICT, false);
    }

    @Override
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout());
        var group = new Group(area, SWT.NONE);
        group.setText(RcpMessages.ALL.text("preferences.language"));
        group.setLayout(new GridLayout());
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        for (var each : UserLanguage.ALL) {
            var button = new Button(group, SWT.RADIO);
            button.setText(RcpMessages.ALL.text("preferences.language." + each));
            button.setSelection(each.equals(language.get()));
            choices.put(each, button);
        }
        var hint = new Label(area, SWT.WRAP);
        hint.setText(RcpMessages.ALL.text("preferences.hint"));
        hint.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        ((GridData) hint.getLayoutData()).widthHint = 300;
        var look = new Group(area, SWT.NONE);
        look.setText(RcpMessages.ALL.text("preferences.appearance"));
        look.setLayout(new GridLayout(Appearance.values().length, false));
        look.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        for (var each : Appearance.values()) {
            var button = new Button(look, SWT.RADIO);
            button.setText(RcpMessages.ALL.text("preferences.appearance." + each));
            button.setSelection(each == Appearance.get());
            looks.put(each, button);
        }
        var fontArea = new Composite(area, SWT.NONE);
        fontArea.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        font = new FontFieldEditor(JFaceResources.TEXT_FONT, RcpMessages.ALL.text("preferences.font"), fontArea);
        font.setChangeButtonText(RcpMessages.ALL.text("preferences.font.change"));
        font.setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.eclipse.ui.workbench"));
        font.load();
        strict = new Button(area, SWT.CHECK);
        strict.setText(RcpMessages.ALL.text("preferences.strict"));
        strict.setSelection(isStrict());
        allowedData = new AllowedDataList(area);
        return area;
    }

    @Override
    public boolean performOk() {
        font.store();
        allowedData.apply();
        InstanceScope.INSTANCE.getNode(PREFERENCES).putBoolean(STRICT, strict.getSelection());
        var chosen = choices.entrySet().stream()
                .filter(each -> each.getValue().getSelection())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UserLanguage.ALL.getFirst());
        var look = looks.entrySet().stream()
                .filter(each -> each.getValue().getSelection())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Appearance.SYSTEM);
        if (chosen.equals(language.get()) && look == Appearance.get()) {
            return true;
        }
        look.store();
        try {
            language.set(chosen);
        } catch (IOException e) {
            setErrorMessage(RcpMessages.ALL.text("preferences.unwritable", e.getMessage()));
            return false;
        }
        if (Platform.getOS().equals(Platform.OS_WIN32)) {
            // On Windows the start script does not wait for the program, so nothing would start it again.
            MessageDialog.openInformation(
                    getShell(), RcpMessages.ALL.text("preferences"), RcpMessages.ALL.text("preferences.later"));
        } else if (MessageDialog.openQuestion(
                getShell(), RcpMessages.ALL.text("preferences"), RcpMessages.ALL.text("preferences.restart"))) {
            getShell().getDisplay().asyncExec(() -> PlatformUI.getWorkbench().restart());
        }
        return true;
    }
}
