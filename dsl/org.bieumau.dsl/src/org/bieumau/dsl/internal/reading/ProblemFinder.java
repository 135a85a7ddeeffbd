/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.library.Fixes;
import org.bieumau.dsl.internal.library.LegacyText;
import org.bieumau.dsl.internal.problem.FailedCheck;
import org.bieumau.dsl.internal.problem.Issues;
import org.bieumau.model.Severity;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/** Finds the problems of a text in its encoding, syntax, names and model. */
public final class ProblemFinder {

    private static final char REPLACEMENT = '\uFFFD';
    /** Levels of elements, such as sums in sums, that are checked: checks of more could run out of stack. */
    private static final int DEEPEST = 300;

    private ProblemFinder() {}

    /**
     * The issues of a text.
     *
     * @param issues those to show, in the order of their offsets
     * @param silenced those that a suppression silences
     */
    public record Found(List<Issue> issues, List<SilencedIssue> silenced) {}

    /** An issue that a suppression silences, and the reason that the suppression gives. */
    public record SilencedIssue(Issue issue, String reason) {}

    /**
     * Returns the problems of a parsed text in the order of their offsets. For a text with broken characters, only this
     * problem is returned, since all others follow from the wrong encoding.
     *
     * @param cancel polled during validation; on cancellation, the result may be incomplete, or the validator throws
     */
    public static List<Issue> issues(XtextResource resource, CancelIndicator cancel) {
        return find(resource, cancel).issues();
    }

    /** Returns the problems as {@link #issues} does, and those that are silenced. */
    public static Found find(XtextResource resource, CancelIndicator cancel) {
        try {
            return findAll(resource, cancel);
        } catch (RuntimeException | StackOverflowError e) {
            LibraryResources.service(OperationCanceledManager.class).propagateAsErrorIfCancelException(e);
            return new Found(List.of(FailedCheck.issue(DslMessages.ALL.text("check.whole"), e)), List.of());
        }
    }

    private static Found findAll(XtextResource resource, CancelIndicator cancel) {
        var text = resource.getParseResult().getRootNode().getText();
        var broken = text.indexOf(REPLACEMENT);
        if (broken >= 0) {
            var issue = issue(text, "TEXT-ENCODING", org.eclipse.xtext.diagnostics.Severity.ERROR, broken);
            return new Found(List.of(issue), List.of());
        }
        var deep = tooDeep(resource);
        if (deep.isPresent()) {
            var issue = issue(
                    text,
                    "FILE-TOO-DEEP",
                    org.eclipse.xtext.diagnostics.Severity.ERROR,
                    deep.get().getOffset(),
                    resource.getURI().lastSegment());
            return new Found(List.of(issue), List.of());
        }
        var issues = new ArrayList<>(
                LibraryResources.service(IResourceValidator.class).validate(resource, CheckMode.ALL, cancel));
        var decomposed = Fixes.decomposed(text);
        if (decomposed >= 0) {
            issues.add(issue(text, "TEXT-DECOMPOSED", org.eclipse.xtext.diagnostics.Severity.INFO, decomposed));
        }
        LegacyText.of(text)
                .ifPresent(legacy -> issues.add(issue(
                        text,
                        "TEXT-LEGACY",
                        org.eclipse.xtext.diagnostics.Severity.WARNING,
                        legacy.offset(),
                        legacy.encoding())));
        SpecialCharacters.issues(resource.getParseResult().getRootNode()).forEach(issues::add);
        StringEscapes.issues(resource.getParseResult().getRootNode()).forEach(issues::add);
        issues.replaceAll(issue -> issue.getLineNumber() == null ? placed(issue, text) : issue);
        issues.sort(Comparator.comparingInt(ProblemFinder::offset));
        var found = Suppressions.apply(resource, issues);
        return new Found(
                found.issues().stream()
                        .sorted(Comparator.comparingInt(ProblemFinder::offset))
                        .toList(),
                found.silenced());
    }

    /** Returns an issue with its line and column. */
    private static Issue placed(Issue issue, String text) {
        var placed = issue(text, issue.getCode(), issue.getSeverity(), Math.min(offset(issue), text.length()));
        placed.setMessage(issue.getMessage());
        placed.setData(issue.getData());
        placed.setUriToProblem(issue.getUriToProblem());
        placed.setLength(issue.getLength());
        return Issues.severity(issue) == Severity.VIOLATION ? Issues.violation(placed) : placed;
    }

    /** Returns where elements are nested more deeply than {@link #DEEPEST}. */
    private static Optional<INode> tooDeep(XtextResource resource) {
        var level = List.copyOf(resource.getContents());
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            level = level.stream().flatMap(each -> each.eContents().stream()).toList();
        }
        return level.stream()
                .<INode>map(NodeModelUtils::findActualNodeFor)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns an issue about the character at an offset. */
    static Issue.IssueImpl issue(
            String text,
            String code,
            org.eclipse.xtext.diagnostics.Severity severity,
            int offset,
            Object... arguments) {
        var lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        var issue = new Issue.IssueImpl();
        issue.setCode(code);
        issue.setSeverity(severity);
        issue.setMessage(DslMessages.ALL.text(code, arguments));
        issue.setOffset(offset);
        issue.setLength(1);
        issue.setLineNumber(1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count());
        issue.setColumn(offset - lineStart + 1);
        return issue;
    }

    private static int offset(Issue issue) {
        return issue.getOffset() == null ? 0 : issue.getOffset();
    }

    /**
     * Converts a finding to a problem of a file. Its place is where the first argument of the finding, which may be a
     * quotation that ends with an ellipsis, begins in the text of the element, else the first line of the element.
     *
     * @param file the file, unless the element is in a library that the file uses; null for a text without a file
     */
    public static Problem problem(Path file, Finding finding) {
        return new Problem(
                finding.code(),
                finding.severity(),
                finding.message(),
                place(file, finding.element(), written(finding)));
    }

    private static String written(Finding finding) {
        var first = finding.arguments().isEmpty() ? "" : finding.arguments().getFirst();
        return first.endsWith("…") ? first.substring(0, first.length() - 1) : first;
    }

    private static Place place(Path file, EObject element, String written) {
        var node = NodeModelUtils.findActualNodeFor(element);
        if (node == null) {
            return element.eContainer() == null
                    ? new Place.Text(file == null ? null : file.toString(), 0, 0, 0, 0)
                    : place(file, element.eContainer(), written);
        }
        var text = node.getRootNode().getText();
        var found = written.isEmpty() ? -1 : text.indexOf(written, node.getOffset());
        var inside = found >= 0 && found < node.getEndOffset();
        var offset = inside ? found : node.getOffset();
        var issue = issue(text, "", org.eclipse.xtext.diagnostics.Severity.INFO, offset);
        return new Place.Text(
                name(file, element.eResource().getURI()),
                issue.getLineNumber(),
                issue.getColumn(),
                offset,
                inside ? written.length() : 0);
    }

    private static String name(Path file, URI place) {
        return file != null
                        && place.isFile()
                        && Path.of(place.toFileString())
                                .equals(file.toAbsolutePath().normalize())
                ? file.toString()
                : place.isFile() ? place.toFileString() : place.toString();
    }

    /**
     * Converts an issue to a problem of a file.
     *
     * @param file the file, or null for a text without one
     */
    public static Problem problem(Path file, Issue issue) {
        var place = new Place.Text(
                file == null ? null : file.toString(),
                issue.getLineNumber() == null ? 1 : issue.getLineNumber(),
                issue.getColumn() == null ? 1 : issue.getColumn(),
                offset(issue),
                issue.getLength() == null ? 0 : issue.getLength());
        var code = issue.getCode();
        return new Problem(
                code == null || code.equals(Diagnostic.SYNTAX_DIAGNOSTIC) ? "SYNTAX" : code,
                Issues.severity(issue),
                issue.getMessage(),
                place);
    }
}
