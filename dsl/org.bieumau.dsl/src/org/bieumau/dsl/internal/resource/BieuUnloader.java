/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.resource;

import java.util.LinkedHashMap;
import org.bieumau.model.Entry;
import org.bieumau.model.Prose;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.parser.antlr.IReferableElementsUnloader;

/**
 * Makes proxies of the elements of a text that is read anew, so that what refers to them finds the new ones. Rows and
 * prose are left out: nothing refers to what they hold, and to find the addresses of thousands of siblings takes longer
 * than to read them.
 */
public class BieuUnloader implements IReferableElementsUnloader {

    @Override
    public void unloadRoot(EObject root) {
        // The addresses come first: that of an element is made of those it lies in.
        var addresses = new LinkedHashMap<EObject, URI>();
        addresses.put(root, EcoreUtil.getURI(root));
        var all = EcoreUtil.<EObject>getAllProperContents(root, false);
        while (all.hasNext()) {
            var element = all.next();
            if (element instanceof Entry || element instanceof Prose) {
                all.prune();
            } else {
                addresses.put(element, EcoreUtil.getURI(element));
            }
        }
        addresses.forEach((element, address) -> {
            element.eAdapters().clear();
            ((InternalEObject) element).eSetProxyURI(address);
        });
    }
}
