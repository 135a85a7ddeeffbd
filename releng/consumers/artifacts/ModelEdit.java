/* SPDX-License-Identifier: EPL-2.0 */
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.edit.provider.BieumauItemProviderAdapterFactory;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.provider.IItemLabelProvider;

/** Changes a model by a command, undoes the change, and gets labels. */
public final class ModelEdit {

    public static void main(String[] arguments) {
        var adapters = new BieumauItemProviderAdapterFactory();
        var domain = new AdapterFactoryEditingDomain(adapters, new BasicCommandStack());
        var template = BieumauFactory.eINSTANCE.createFormTemplate();
        template.setTitle("DANH SÁCH");
        var title = BieumauPackage.eINSTANCE.getEClassifier("FormTemplate") == template.eClass()
                ? template.eClass().getEStructuralFeature("title")
                : null;
        domain.getCommandStack().execute(SetCommand.create(domain, template, title, "BẢNG KÊ"));
        var changed = template.getTitle();
        var label = ((IItemLabelProvider) adapters.adapt(template, IItemLabelProvider.class)).getText(template);
        domain.getCommandStack().undo();
        if (!changed.equals("BẢNG KÊ")
                || !label.contains(changed)
                || !template.getTitle().equals("DANH SÁCH")) {
            throw new IllegalStateException(changed + ", " + label + ", " + template.getTitle());
        }
    }
}
