/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.navigation;

import org.bieumau.dsl.ide.internal.navigation.Navigation;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;

/** Makes each reference to a name a hyperlink to its definition (F3, Ctrl+click). */
public final class NameLinks extends AbstractHyperlinkDetector {

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean canShowMultiple) {
        var document = viewer.getDocument();
        var open = OpenDocument.of(document).orElse(null);
        if (open == null) {
            return null;
        }
        return open.readUnlessBusy(resource ->
                        new Navigation(resource).definition(region.getOffset()).orElse(null))
                .map(target -> new IHyperlink[] {new Link(Words.at(document, region.getOffset()), target)})
                .orElse(null);
    }

    private record Link(Region region, Navigation.Location target) implements IHyperlink {

        @Override
        public IRegion getHyperlinkRegion() {
            return region;
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return UiMessages.ALL.text("link.definition");
        }

        @Override
        public void open() {
            Places.open(target);
        }
    }
}
