/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the formats and the folder of an export, and remembers the formats chosen last. */
final class ExportPage extends WizardPage {

    private static final String FORMATS = "export.formats";
    private static final String PREFERENCES = "org.bieumau.rcp";

    private final List<Path> files;
    private final Map<String, Button> formats = new LinkedHashMap<>();
    private Text folder;
    private Text name;

    ExportPage(List<Path> files) {
        super("export");
        this.files = files;
        setTitle(RcpMessages.ALL.text("export"));
        setDescription(
                files.isEmpty()
                        ? RcpMessages.ALL.text("export.choose")
                        : files.size() == 1
                                ? RcpMessages.ALL.text(
                                        "export.file", files.getFirst().getFileName())
                                : RcpMessages.ALL.text("export.files", files.size()));
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        area.setLayout(new GridLayout(3, false));
        var group = new Group(area, SWT.NONE);
        group.setText(RcpMessages.ALL.text("export.formats"));
        group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 3, 1));
        group.setLayout(new GridLayout(2, true));
        var last =
                files.stream().map(ExportChoices::of).flatMap(Optional::stream).findFirst();
        var chosen = last.map(ExportChoices::formats)
                .orElseGet(() -> List.of(InstanceScope.INSTANCE
                        .getNode(PREFERENCES)
                        .get(FORMATS, "docx,pdf")
                        .split(",")));
        for (var exporter : ExportWizard.exporters()) {
            var button = new Button(group, SWT.CHECK);
            button.setText(exporter.title() + " (." + exporter.id() + ")");
            button.setSelection(chosen.contains(exporter.id()));
            button.addListener(SWT.Selection, event -> check());
            formats.put(exporter.id(), button);
        }
        new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("export.folder"));
        folder = new Text(area, SWT.BORDER);
        folder.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        folder.setText(
                files.isEmpty()
                        ? ""
                        : last.map(ExportChoices::folder)
                                .orElseGet(() -> files.getFirst().getParent().resolve("xuat"))
                                .toString());
        folder.addListener(SWT.Modify, event -> check());
        var browse = new Button(area, SWT.PUSH);
        browse.setText(RcpMessages.ALL.text("export.browse"));
        browse.addListener(SWT.Selection, event -> {
            var dialog = new DirectoryDialog(getShell());
            dialog.setFilterPath(folder.getText());
            var picked = dialog.open();
            if (picked != null) {
                folder.setText(picked);
            }
        });
        new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("export.name"));
        name = new Text(area, SWT.BORDER);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        name.setMessage(RcpMessages.ALL.text("export.name.default"));
        name.setToolTipText(RcpMessages.ALL.text("export.name.hint"));
        name.setText(last.map(ExportChoices::name).orElse(""));
        name.addListener(SWT.Modify, event -> check());
        setControl(area);
        check();
    }

    private void check() {
        var problem = files.isEmpty()
                ? RcpMessages.ALL.text("export.choose")
                : formats().isEmpty()
                        ? RcpMessages.ALL.text("export.noformat")
                        : folder() == null
                                ? RcpMessages.ALL.text("export.nofolder")
                                : ExportRun.isNamePattern(name()) ? null : RcpMessages.ALL.text("export.name.hint");
        setErrorMessage(problem);
        setPageComplete(problem == null);
    }

    private List<String> formats() {
        return formats.entrySet().stream()
                .filter(each -> each.getValue().getSelection())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the absolute path of the folder, or null if it is empty or not a valid path. */
    private Path folder() {
        try {
            return folder.getText().isBlank()
                    ? null
                    : Path.of(folder.getText().strip()).toAbsolutePath();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Returns the pattern of the names of the results; null for the default names. */
    private String name() {
        return name.getText().isBlank() ? null : name.getText().strip();
    }

    ExportChoices choices() {
        return new ExportChoices(formats(), folder(), name.getText());
    }

    void remember() {
        InstanceScope.INSTANCE.getNode(PREFERENCES).put(FORMATS, String.join(",", formats()));
    }
}
