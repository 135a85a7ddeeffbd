/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.starter.NewDocument;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * Asks for the content and the place of a new document. What the user leaves empty becomes a gap, never the hint in the
 * field.
 */
final class DocumentPage extends WizardPage {

    private final IStructuredSelection selection;
    private final DocumentTypePage types;
    private Text subject;
    private Text addressee;
    private IssuerFields issuer;
    private FilePlace place;

    DocumentPage(IStructuredSelection selection, DocumentTypePage types) {
        super("content");
        this.selection = selection;
        this.types = types;
    }

    @Override
    public void createControl(Composite parent) {
        var area = CreationWizard.area(parent);
        subject = CreationWizard.field(area, "field.subject");
        addressee = CreationWizard.field(area, "field.addressee");
        issuer = new IssuerFields(area);
        var line = new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        place = new FilePlace(area, selection, this::check);
        subject.addListener(SWT.Modify, event -> {
            suggest();
            check();
        });
        setControl(area);
        check();
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            setTitle(RcpMessages.ALL.text("new.document", DocumentTypes.name(types.type())));
            setDescription(RcpMessages.ALL.text("new.document.tip"));
            CreationWizard.show(addressee, NewDocument.isAddressed(types.type()));
            issuer.show(types.type());
            ((Composite) getControl()).layout();
            suggest();
        }
        super.setVisible(visible);
        if (visible) {
            subject.setFocus();
        }
    }

    private void suggest() {
        if (place != null && types.type() != null && !subject.getText().isBlank()) {
            place.suggest(types.type().getLiteral() + " " + subject.getText());
        }
    }

    private void check() {
        if (place != null) {
            issuer.list(place.projectName());
            setErrorMessage(place.problem());
            setPageComplete(place.problem() == null && place.isNamed());
        }
    }

    FilePlace place() {
        return place;
    }

    /** Returns what the user has entered. */
    NewDocument document() {
        return new NewDocument(
                types.type(),
                issuer.issuer(),
                subject.getText(),
                addressee.isVisible() ? addressee.getText() : "",
                issuer.signer());
    }

    /** Keeps the agency and its signer for the next document, if the user wants that. */
    void keepIssuer() {
        issuer.keep();
    }
}
