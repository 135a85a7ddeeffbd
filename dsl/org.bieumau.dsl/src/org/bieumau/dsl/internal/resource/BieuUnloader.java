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
 * Turns the elements of a text that is parsed again into proxies, so that references to them resolve to the new
 * elements. Rows and prose are skipped: nothing refers to their contents, and computing the URIs of thousands of
 * siblings takes longer than parsing them.
 */
public class BieuUnloader implements IReferableElementsUnloader {

    @Override
    public void unloadRoot(EObject root) {
        // All URIs are computed first, since the URI of an element depends on its containers.
        var uris = new LinkedHashMap<EObject, URI>();
        uris.put(root, EcoreUtil.getURI(root));
        var all = EcoreUtil.<EObject>getAllProperContents(root, false);
        while (all.hasNext()) {
            var element = all.next();
            if (element instanceof Entry || element instanceof Prose) {
                all.prune();
            } else {
                uris.put(element, EcoreUtil.getURI(element));
            }
        }
        uris.forEach((element, uri) -> {
            element.eAdapters().clear();
            ((InternalEObject) element).eSetProxyURI(uri);
        });
    }
}
