/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;

/** Creates a file and opens it. The kind of file is configured where the wizard is registered. */
public final class NewFileWizard extends CreationWizard implements IExecutableExtension {

    private NewFile kind;
    private NewFilePage page;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        kind = NewFile.ALL.stream()
                .filter(each -> each.id().equals(data))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected String title() {
        return "new." + kind.id();
    }

    @Override
    public void addPages() {
        page = new NewFilePage(kind, selection());
        addPage(page);
    }

    @Override
    protected void create() throws CoreException {
        if (open(page.place().create(kind.text(page.values()))) instanceof BieuEditor editor) {
            editor.setActivePage(kind == NewFile.FORM_TEMPLATE ? TemplatePage.ID : ProsePage.ID);
        }
    }
}
