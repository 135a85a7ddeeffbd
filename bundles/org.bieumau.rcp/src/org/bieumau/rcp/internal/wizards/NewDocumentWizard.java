/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import org.bieumau.core.internal.starter.NewDocument;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.model.DocumentType;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.wizard.IWizardPage;

/**
 * Creates a document of one of the 29 types and opens it. If the wizard is registered with a type, it begins with the
 * content, and the user can go back to the choice of the type.
 */
public final class NewDocumentWizard extends CreationWizard implements IExecutableExtension {

    private DocumentType preset;
    private DocumentTypePage type;
    private DocumentPage content;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        preset = data == null ? null : NewDocument.ofId(data.toString()).orElseThrow();
    }

    @Override
    protected String title() {
        return "new.vanban";
    }

    @Override
    public void addPages() {
        type = new DocumentTypePage(preset);
        content = new DocumentPage(selection(), type);
        addPage(type);
        addPage(content);
    }

    @Override
    public IWizardPage getStartingPage() {
        return preset == null ? type : content;
    }

    @Override
    protected void create() throws CoreException {
        var document = content.document();
        content.keepIssuer();
        if (open(content.place().create(document.text())) instanceof BieuEditor editor) {
            editor.setActivePage(ProsePage.ID);
        }
    }
}
