/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.formatting2;

import org.bieumau.model.Agency;
import org.bieumau.model.AgencyName;
import org.bieumau.model.Appendix;
import org.bieumau.model.Archive;
import org.bieumau.model.Attachment;
import org.bieumau.model.Campaign;
import org.bieumau.model.CertifiedCopy;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.OrganizationalUnit;
import org.bieumau.model.RecipientItem;
import org.bieumau.model.Signer;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionExtensions;

/**
 * Finds where a line begins in the text of a new document, form, campaign or agency, whose settings are on separate
 * lines.
 */
final class NewLines {

    private final ITextRegionExtensions regions;

    NewLines(ITextRegionExtensions regions) {
        this.regions = regions;
    }

    /** Returns whether a region of a new element begins a line. In existing text the author decides. */
    boolean beginAt(ISemanticRegion region) {
        var element = region.getSemanticElement();
        var first = regions.regionForEObject(element).getPreviousHiddenRegion().getNextSemanticRegion() == region;
        return switch (element) {
            case Document document -> isNew(document) && (isClosing(region) || beginsSetting(region));
            case Agency agency -> isNew(agency) && (isClosing(region) || beginsSetting(region));
            case Campaign campaign -> isNew(campaign) && (isClosing(region) || beginsSetting(region));
            case Form form -> isNew(form) && (isClosing(region) || beginsSetting(region));
            case CertifiedCopy copy -> isInNew(copy) && (first || isClosing(region) || beginsSetting(region));
            case RecipientItem item -> first && isInNew(item);
            case Archive archive -> first && isInNew(archive);
            case Attachment attachment -> first && isInNew(attachment);
            case Appendix appendix -> first && isInNew(appendix);
            case Signer signer -> first && isInNew(signer);
            case AgencyName name -> first && isInNew(name);
            case OrganizationalUnit unit -> first && isInNew(unit);
            default -> false;
        };
    }

    private boolean isInNew(EObject element) {
        return switch (element.eContainer()) {
            case Document document -> isNew(document);
            case CertifiedCopy copy -> isInNew(copy);
            case Attachment attachment -> isInNew(attachment);
            case Agency agency -> isNew(agency);
            case null, default -> false;
        };
    }

    /**
     * Returns whether an element is written for the first time. An element of which a part is written has no region.
     */
    private boolean isNew(EObject element) {
        var region = regions.regionForEObject(element);
        return region != null
                && region.getPreviousHiddenRegion()
                        .getNextSemanticRegion()
                        .getNextHiddenRegion()
                        .isUndefined();
    }

    private static boolean isClosing(ISemanticRegion region) {
        return region.getText().equals("}");
    }

    /** Returns whether a region is the first one of an alternative that the grammar repeats. */
    private static boolean beginsSetting(ISemanticRegion region) {
        EObject each = region.getGrammarElement();
        while (each.eContainer() instanceof Group group && group.getElements().getFirst() == each
                || each.eContainer() instanceof Assignment) {
            each = each.eContainer();
        }
        return each.eContainer() instanceof Alternatives settings
                && (!(settings.eContainer() instanceof Group) || "*".equals(settings.getCardinality()));
    }
}
