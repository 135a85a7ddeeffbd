/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Campaign;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/**
 * A campaign with all files that it uses, for machines that have neither these files nor the language: the model of
 * each file as XMI.
 */
final class CampaignCopy implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Map<Object, Object> OPTIONS =
            Map.of(XMLResource.OPTION_ENCODING, "UTF-8", XMLResource.OPTION_URI_HANDLER, new FullUris());

    private final LinkedHashMap<String, byte[]> files = new LinkedHashMap<>();
    private final String file;
    private final String fragment;

    /** References between files keep the whole URI, as there is no folder that they could be relative to. */
    private static final class FullUris extends org.eclipse.emf.ecore.xmi.impl.URIHandlerImpl {

        @Override
        public URI deresolve(URI uri) {
            return uri;
        }
    }

    /** @param campaign a campaign in a resource set whose references are resolved */
    CampaignCopy(Campaign campaign) throws IOException {
        var originals =
                new ArrayList<Resource>(campaign.eResource().getResourceSet().getResources());
        originals.removeIf(each -> each.getContents().isEmpty() || !isModel(each));
        var copier = new EcoreUtil.Copier(true, true);
        var copies = new ResourceSetImpl();
        for (var original : originals) {
            var copy = resource(original.getURI());
            copies.getResources().add(copy);
            copy.getContents().addAll(copier.copyAll(original.getContents()));
        }
        copier.copyReferences();
        for (var copy : copies.getResources()) {
            var bytes = new ByteArrayOutputStream();
            copy.save(bytes, OPTIONS);
            files.put(copy.getURI().toString(), bytes.toByteArray());
        }
        var copied = copier.get(campaign);
        file = copied.eResource().getURI().toString();
        fragment = copied.eResource().getURIFragment(copied);
    }

    private static boolean isModel(Resource resource) {
        return resource.getContents().getFirst().eClass().getEPackage() == BieumauPackage.eINSTANCE;
    }

    private static XMIResourceImpl resource(URI uri) {
        return new XMIResourceImpl(uri) {
            @Override
            protected boolean useUUIDs() {
                return false;
            }
        };
    }

    /** Returns the campaign in a resource set of its own. */
    Campaign open() throws IOException {
        var resources = new ResourceSetImpl();
        resources.getPackageRegistry().put(BieumauPackage.eNS_URI, BieumauPackage.eINSTANCE);
        List<Resource> all = new ArrayList<>();
        for (var each : files.keySet()) {
            var resource = resource(URI.createURI(each));
            resources.getResources().add(resource);
            all.add(resource);
        }
        for (var resource : all) {
            resource.load(new ByteArrayInputStream(files.get(resource.getURI().toString())), OPTIONS);
        }
        EcoreUtil.resolveAll(resources);
        EObject found = resources.getResource(URI.createURI(file), false).getEObject(fragment);
        return (Campaign) found;
    }
}
