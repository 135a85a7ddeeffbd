/* SPDX-License-Identifier: EPL-2.0 */
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Form;
import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.impl.ResourceImpl;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Creates a form, copies it, and checks that the cross reference to its template is copied. */
public final class Model {

    public static void main(String[] arguments) {
        var model = BieumauFactory.eINSTANCE;
        var template = model.createFormTemplate();
        template.setName("M");
        var form = model.createForm();
        form.setTemplate(template);
        var entry = model.createEntry();
        entry.setTitle("Nguyễn Văn An");
        form.getEntries().add(entry);
        var library = model.createLibrary();
        library.getElements().add(template);
        library.getElements().add(form);
        new ResourceImpl(URI.createURI("memory:/a")).getContents().add(library);

        var copy = EcoreUtil.copy(library);
        if (!EcoreUtil.equals(library, copy)
                || ((Form) copy.getElements().get(1)).getTemplate()
                        != copy.getElements().getFirst()) {
            throw new IllegalStateException("The copy differs");
        }
        if (!EcoreUtil.getURI(entry).fragment().contains("elements.1")
                || BieumauPackage.eINSTANCE.getEClassifier("Form") != form.eClass()
                || !Diagnostician.INSTANCE.validate(library, new BasicDiagnostic())) {
            throw new IllegalStateException(EcoreUtil.getURI(entry).toString());
        }
    }
}
