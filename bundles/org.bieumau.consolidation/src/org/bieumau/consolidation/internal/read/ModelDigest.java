/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Named;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Computes a digest of elements of the model and of the elements that they use. */
final class ModelDigest {

    private final MessageDigest digest;
    private final LinkedHashSet<EObject> pending = new LinkedHashSet<>();

    private ModelDigest() {
        digest = sha256();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the digest in hexadecimal digits. */
    static String of(Collection<? extends EObject> elements) {
        var all = new ModelDigest();
        all.pending.addAll(elements);
        var done = new LinkedHashSet<EObject>();
        while (!all.pending.isEmpty()) {
            var next = all.pending.iterator().next();
            all.pending.remove(next);
            if (done.add(next)) {
                all.add(next);
            }
        }
        return HexFormat.of().formatHex(all.digest.digest());
    }

    private void add(EObject object) {
        write("(" + object.eClass().getName());
        for (var feature : object.eClass().getEAllStructuralFeatures()) {
            if (feature.isDerived() || feature.isTransient() || !object.eIsSet(feature)) {
                continue;
            }
            write(feature.getName());
            var value = object.eGet(feature);
            for (var each : value instanceof Collection<?> many ? many : List.of(value)) {
                switch (feature) {
                    case EAttribute attribute -> write(String.valueOf(each));
                    case EReference reference when reference.isContainment() -> add((EObject) each);
                    default -> refer((EObject) each);
                }
            }
        }
        write(")");
    }

    private void refer(EObject target) {
        write(
                target instanceof Named named
                        ? String.valueOf(named.getName())
                        : target.eClass().getName());
        var element = target;
        while (element != null && !(element instanceof LibraryElement)) {
            element = element.eContainer();
        }
        if (element != null) {
            pending.add(element);
        }
    }

    private void write(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
