/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.util.Arrays;
import org.bieumau.core.internal.law.DocumentTypes;
import org.bieumau.core.internal.starter.NewDocument;
import org.bieumau.core.internal.starter.NewDocument.Issuer;
import org.bieumau.core.internal.starter.NewDocument.Signer;
import org.bieumau.editor.internal.pages.PagePicture;
import org.bieumau.model.DocumentType;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.gallery.Gallery;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** Asks for the type of a new document: one of the 29 types, with a picture of a page of each. */
final class DocumentTypePage extends WizardPage {

    private DocumentType type;
    private Gallery gallery;

    /** @param type the type that is chosen at first; null for none */
    DocumentTypePage(DocumentType type) {
        super("type");
        this.type = type;
        setTitle(RcpMessages.ALL.text("new.vanban"));
        setDescription(RcpMessages.ALL.text("new.vanban.tip"));
    }

    @Override
    public void createControl(Composite parent) {
        var area = CreationWizard.area(parent);
        gallery = new Gallery(area, RcpMessages.ALL.text("type.filter"), false);
        var data = (GridData) gallery.getLayoutData();
        data.widthHint = 880;
        data.heightHint = 430;
        var file = TemplateGallery.file(RcpMessages.ALL.text("project.first"));
        gallery.show(Arrays.stream(NewDocument.Group.values())
                .map(group -> new Gallery.Group<>(
                        RcpMessages.ALL.text("type." + group),
                        group.types().stream()
                                .map(each -> new Gallery.Item<>(
                                        DocumentTypes.name(each),
                                        RcpMessages.ALL.text("type." + each.getName()),
                                        new PagePicture(file, sample(each), ""),
                                        each))
                                .toList()))
                .toList());
        gallery.choose(type);
        gallery.onChosen(value -> choose());
        gallery.onOpened(() -> getContainer().showPage(getNextPage()));
        setControl(area);
        choose();
    }

    private void choose() {
        type = (DocumentType) gallery.value();
        setDescription(RcpMessages.ALL.text(type == null ? "new.vanban.tip" : "type." + type.getName()));
        setPageComplete(type != null);
    }

    /** Returns the chosen type; null for none. */
    DocumentType type() {
        return type;
    }

    /** Returns a document for the picture of a type, with words in place of the gaps. */
    private static String sample(DocumentType type) {
        var issuer = new Issuer.Described(
                RcpMessages.ALL.text("sample.agency"), RcpMessages.ALL.text("sample.place"), "SNV");
        var signer = new Signer(RcpMessages.ALL.text("sample.position"), RcpMessages.ALL.text("sample.signer"));
        return new NewDocument(
                        type,
                        issuer,
                        RcpMessages.ALL.text("sample.subject"),
                        RcpMessages.ALL.text("sample.addressee"),
                        signer)
                .text()
                .replaceAll("(?<=[ \"])" + NewDocument.GAP + "(?=[\"\n])", RcpMessages.ALL.text("type.sample"));
    }
}
