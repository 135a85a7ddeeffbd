/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.serializer;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.linking.lazy.LazyLinkingResource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.serializer.diagnostic.ISerializationDiagnostic.Acceptor;
import org.eclipse.xtext.serializer.tokens.CrossReferenceSerializer;

/**
 * Writes references. A reference whose name cannot be resolved keeps its text, so that pages of the editor can change
 * the element that contains it.
 */
public class BieuCrossReferenceSerializer extends CrossReferenceSerializer {

    @Override
    public boolean isValid(EObject owner, CrossReference reference, EObject target, INode node, Acceptor errors) {
        return written(owner, target).isPresent() || super.isValid(owner, reference, target, node, errors);
    }

    @Override
    public String serializeCrossRef(
            EObject owner, CrossReference reference, EObject target, INode node, Acceptor errors) {
        return written(owner, target).orElseGet(() -> super.serializeCrossRef(owner, reference, target, node, errors));
    }

    /** Returns the text of a name that cannot be resolved; empty for other references. */
    private static Optional<String> written(EObject owner, EObject target) {
        if (target == null
                || owner.eResource() == null
                || owner.eResource().getResourceSet() == null
                || !EcoreUtil.resolve(target, owner).eIsProxy()) {
            return Optional.empty();
        }
        var address = ((InternalEObject) target).eProxyURI();
        return owner.eResource().getResourceSet().getResource(address.trimFragment(), false)
                                instanceof LazyLinkingResource file
                        && file.getEncoder().isCrossLinkFragment(file, address.fragment())
                ? Optional.ofNullable(file.getEncoder()
                                .decode(file, address.fragment())
                                .getThird())
                        .map(NodeModelUtils::getTokenText)
                : Optional.empty();
    }
}
