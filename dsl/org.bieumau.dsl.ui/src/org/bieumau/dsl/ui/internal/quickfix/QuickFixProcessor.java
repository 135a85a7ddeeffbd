/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bieumau.dsl.ide.internal.quickfix.QuickFixes;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.xtext.validation.Issue;

/**
 * Provides quick fixes for the problems at the caret, each for a single problem and for all problems with the same code
 * in the file.
 */
public final class QuickFixProcessor implements IQuickAssistProcessor {

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof ProblemAnnotation && !annotation.isMarkedDeleted();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public String getErrorMessage() {
        return null;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        var viewer = context.getSourceViewer();
        var open = OpenDocument.of(viewer.getDocument()).orElse(null);
        if (open == null || viewer.getAnnotationModel() == null) {
            return new ICompletionProposal[0];
        }
        var issues = new ArrayList<Issue>();
        viewer.getAnnotationModel().getAnnotationIterator().forEachRemaining(annotation -> {
            if (annotation instanceof ProblemAnnotation problem) {
                var place = viewer.getAnnotationModel().getPosition(problem);
                if (place != null && isAt(viewer.getDocument(), place.offset, place.length, context.getOffset())) {
                    issues.add(at(place, problem.issue()));
                }
            }
        });
        return proposals(open, issues).toArray(ICompletionProposal[]::new);
    }

    /** Returns a problem at its place in the current text, which may have been edited since the problem was found. */
    private static Issue at(Position place, Issue issue) {
        if (Objects.equals(issue.getOffset(), place.offset)) {
            return issue;
        }
        var moved = new Issue.IssueImpl();
        moved.setCode(issue.getCode());
        moved.setSeverity(issue.getSeverity());
        moved.setMessage(issue.getMessage());
        moved.setOffset(place.offset);
        moved.setLength(place.length);
        moved.setData(issue.getData());
        moved.setType(issue.getType());
        moved.setUriToProblem(issue.getUriToProblem());
        return moved;
    }

    /** Returns whether the caret is within a problem or in the line where the problem begins. */
    private static boolean isAt(IDocument document, int from, int length, int caret) {
        if (caret >= from && caret <= from + length) {
            return true;
        }
        try {
            return document.getLineOfOffset(from) == document.getLineOfOffset(caret);
        } catch (BadLocationException e) {
            return false;
        }
    }

    private static List<ICompletionProposal> proposals(OpenDocument open, List<Issue> issues) {
        var proposals = new ArrayList<ICompletionProposal>();
        var stamp = stamp(open.document());
        for (var issue : issues) {
            open.read(resource -> QuickFixes.of(resource, issue).stream()
                            .map(fix -> fix.file() == null
                                    ? new Fix(fix.label(), List.of(fix.edit()), null, stamp)
                                    : new Fix(fix.label(), List.of(), EditElsewhere.of(fix, resource), stamp))
                            .toList())
                    .forEach(proposals::add);
        }
        for (var code : issues.stream().map(Issue::getCode).distinct().toList()) {
            // The places of the other problems are only known if the text has not been edited since they were found.
            var alike = open.isSettled()
                    ? open.problems().stream()
                            .filter(issue -> code.equals(issue.getCode()))
                            .toList()
                    : List.<Issue>of();
            var edits =
                    alike.size() < 2 ? List.<TextEdit>of() : open.read(resource -> QuickFixes.ofAll(resource, alike));
            if (edits.size() > 1) {
                proposals.add(new Fix(UiMessages.ALL.text("fix.all", code, edits.size()), edits, null, stamp));
            }
        }
        return proposals;
    }

    private static long stamp(IDocument document) {
        return document instanceof IDocumentExtension4 stamped
                ? stamped.getModificationStamp()
                : IDocumentExtension4.UNKNOWN_MODIFICATION_STAMP;
    }

    /**
     * @param elsewhere the edit of another file; null if this one is edited
     * @param stamp the modification stamp of the text that the edits are for; they are not applied to another text
     */
    private record Fix(String label, List<TextEdit> edits, EditElsewhere elsewhere, long stamp)
            implements ICompletionProposal {

        @Override
        public void apply(IDocument document) {
            if (elsewhere != null) {
                elsewhere.apply();
            } else if (QuickFixProcessor.stamp(document) == stamp) {
                DocumentEdits.apply(document, edits);
            }
        }

        @Override
        public Point getSelection(IDocument document) {
            return edits.size() != 1
                    ? null
                    : new Point(
                            edits.getFirst().offset() + edits.getFirst().text().length(), 0);
        }

        @Override
        public String getAdditionalProposalInfo() {
            return null;
        }

        @Override
        public String getDisplayString() {
            return label;
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public IContextInformation getContextInformation() {
            return null;
        }
    }
}
