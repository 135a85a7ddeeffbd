/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.assist;

import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.completion.Proposal;
import org.bieumau.dsl.ui.internal.outline.OutlineImages;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/**
 * Content assist proposal. It stays in the list while the typed text is a prefix of its label, ignoring diacritics.
 * After it is applied, Tab moves through its tab stops.
 */
final class AssistProposal
        implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension6 {

    private final Proposal proposal;
    private IRegion selected;

    AssistProposal(Proposal proposal) {
        this.proposal = proposal;
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        if (offset < proposal.offset()) {
            return false;
        }
        try {
            var typed = document.get(proposal.offset(), offset - proposal.offset());
            return VietnameseText.fold(proposal.label()).startsWith(VietnameseText.fold(typed))
                    && !typed.contains("\n");
        } catch (BadLocationException e) {
            return false;
        }
    }

    @Override
    public void apply(IDocument document) {
        put(document, proposal.length());
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        var document = viewer.getDocument();
        put(document, Math.max(0, offset - proposal.offset()));
        if (proposal.stops().isEmpty()) {
            return;
        }
        try {
            var model = new LinkedModeModel();
            for (var stop : proposal.stops()) {
                var group = new LinkedPositionGroup();
                group.addPosition(new LinkedPosition(
                        document,
                        proposal.offset() + stop.offset(),
                        stop.length(),
                        model.getTabStopSequence().size()));
                model.addGroup(group);
            }
            model.forceInstall();
            var mode = new LinkedModeUI(model, viewer);
            mode.setExitPosition(viewer, proposal.offset() + proposal.text().length(), 0, Integer.MAX_VALUE);
            mode.enter();
            selected = mode.getSelectedRegion();
        } catch (BadLocationException e) {
            Platform.getLog(AssistProposal.class).error(e.getMessage(), e);
        }
    }

    private void put(IDocument document, int length) {
        try {
            document.replace(proposal.offset(), length, proposal.text());
        } catch (BadLocationException e) {
            Platform.getLog(AssistProposal.class).error(e.getMessage(), e);
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return selected != null
                ? new Point(selected.getOffset(), selected.getLength())
                : new Point(proposal.offset() + proposal.text().length(), 0);
    }

    @Override
    public StyledString getStyledDisplayString() {
        var text = new StyledString(proposal.label());
        if (!proposal.detail().isEmpty()
                && (proposal.kind() == Proposal.Kind.NAME || proposal.kind() == Proposal.Kind.FUNCTION)) {
            var detail = proposal.detail();
            text.append(
                    "  " + (detail.length() > 60 ? detail.substring(0, 59) + "…" : detail),
                    StyledString.QUALIFIER_STYLER);
        }
        return text;
    }

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public Image getImage() {
        return OutlineImages.of(
                switch (proposal.kind()) {
                    case KEYWORD -> "keyword";
                    case NAME -> "element";
                    case FUNCTION -> "function";
                    case TEMPLATE -> "DocumentTemplate";
                });
    }

    @Override
    public String getAdditionalProposalInfo() {
        return proposal.detail().isEmpty()
                ? null
                : proposal.detail().replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {}

    @Override
    public void unselected(ITextViewer viewer) {}
}
