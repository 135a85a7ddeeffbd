/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.assist;

import org.bieumau.dsl.ide.internal.completion.Completion;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;

/** Computes the content assist proposals at the caret. Runs off the UI thread. */
public final class AssistProcessor implements IContentAssistProcessor {

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        return OpenDocument.of(viewer.getDocument())
                .map(open -> open.read(resource -> Completion.at(resource, offset)).stream()
                        .map(AssistProposal::new)
                        .toArray(ICompletionProposal[]::new))
                .orElse(new ICompletionProposal[0]);
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[] {'[', '.'};
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
